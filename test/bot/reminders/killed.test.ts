import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../../knowledge/database/connect.ts'
import type { Database } from '../../../knowledge/database/schema.ts'
import { addFaq } from '../../../services/faq/faq-store.ts'
import { BotApiServer } from '../../support/bot-api/bot-api-server.ts'
import { Person } from '../../support/bot-api/person.ts'
import { testDatabaseOptions } from '../../support/database.ts'
import { databaseEnvironment, runCommand } from '../../support/run-command.ts'

const options = await testDatabaseOptions()
/** The embedded database is one process's own. */
const processes = options.url === undefined ? 1 : 2
const people = 30
const question = '江陵市的机场什么时候开通'
const answer = '机场的事不归本局管，请问交通部门。'

async function inDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  const { db, close } = await openDatabase(options)
  try {
    return await work(db)
  } finally {
    await close()
  }
}

const stateCounts = (db: Database) =>
  sql<{ state: string; count: number }>`select state, count(*)::int as count from delivery group by state`
    .execute(db)
    .then(({ rows }) => Object.fromEntries(rows.map(({ state, count }) => [state, count])) as Record<string, number>)

test(
  `killed in the middle of sending, again and again, ${processes} at a time, it sends to each once`,
  { timeout: 240_000 },
  async () => {
    const api = await new BotApiServer().open()
    onTestFinished(() => api.close())
    const env = {
      ...databaseEnvironment(options),
      PORT: '0',
      TELEGRAM_BOT_TOKEN: BotApiServer.token,
      TELEGRAM_API_ROOT: api.root,
    }
    const start = async () => {
      const running = runCommand('start', env)
      await running.until(/审核后台/)
      return running
    }

    const crowd = Array.from({ length: people }, (_, at) => new Person(api, 70_000 + at))
    const told = ({ heard }: Person) => heard.filter(({ text }) => text.includes(answer)).length
    const sum = () => crowd.reduce((count, one) => count + told(one), 0)
    const first = await start()
    for (const one of crowd) one.say(question)
    await api.until(() => crowd.every(({ heard }) => heard.length > 0), { ms: 60_000 })
    for (const one of crowd) one.press('有答复时告诉我')
    await api.until(() => crowd.every(({ last }) => last.text.startsWith('好，这个问题有了人工答复')), { ms: 60_000 })
    // What was asked stands in the log before the end.
    await pause(2_000)
    first.child.kill('SIGTERM')
    expect(await first.ended).toBe(0)

    await inDatabase(async (db) => {
      const { rows } = await sql<{ group: number }>`
      select question_group as "group" from question group by question_group having count(*) = ${people}`.execute(db)
      const content = { state: 'published' as const, answer, wordings: [question], clauses: [] }
      await addFaq(db, { who: '老陈', today: '2026-11-22' }, content, rows[0]!.group)
    })

    // Each process may have been sending one.
    let mayBeLost = 0
    for (const share of [0.1, 0.3, 0.6]) {
      const running = await Promise.all(Array.from({ length: processes }, start))
      await api.until(() => sum() >= people * share, { ms: 60_000 })
      await pause(randomInt(40))
      for (const { child } of running) child.kill('SIGKILL')
      await Promise.all(running.map(({ ended }) => ended))
      mayBeLost += processes
    }
    const last = await Promise.all(Array.from({ length: processes }, start))
    const done = async () => {
      const before = sum()
      await pause(2_000)
      return before === sum() && sum() >= people - mayBeLost
    }
    await expect.poll(done, { timeout: 60_000 }).toBe(true)
    for (const { child } of last) child.kill('SIGTERM')
    await Promise.all(last.map(({ ended }) => ended))

    for (const one of crowd) expect(told(one)).toBeLessThanOrEqual(1)
    const { sent = 0, sending = 0, unsure = 0, ...others } = await inDatabase(stateCounts)
    expect(others).toEqual({})
    expect(sent + sending + unsure).toBe(people)
    expect(sending + unsure).toBeLessThanOrEqual(mayBeLost)
    expect(sum()).toBeGreaterThanOrEqual(sent)
  },
)
