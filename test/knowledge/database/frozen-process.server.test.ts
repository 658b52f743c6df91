import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { forLongWork } from '../../../knowledge/database/long-work.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { syncNotices } from '../../../knowledge/notice-store.ts'
import { databaseCache } from '../../../services/model/choice-cache.ts'
import { keepTurn } from '../../../services/conversations/keep-turn.ts'
import { enterTurns, waitingTurns } from '../../../services/conversations/question-queue.ts'
import { readTurn } from '../../../services/conversations/read-turn.ts'
import { findSwitches, setSwitch } from '../../../services/staff/switches.ts'
import { finishUpdate, keepUpdates, openUpdates } from '../../../services/telegram/update-inbox.ts'
import { catalogue, spelling } from '../../support/answering.ts'
import { testDatabase } from '../../support/database.ts'

/** What a lock may cost others; the promise is 5 s, and a busy machine adds to it. */
const mostMs = 9_000

const { db, options } = await testDatabase()
const knowledge = { catalogue, spelling, search: async () => [] }

/** Keeps a turn as the next one of its conversation, which it may begin. */
async function keep(id: string, conversation = 'c'): Promise<string> {
  const version = (await readTurn(db, { id, conversation })).found?.version
  return keepTurn(db, {
    id,
    conversation,
    version,
    channel: 'web',
    text: '要多少件专利',
    status: 'answered',
    durationMs: 1,
    log: { mode: 'extractive', used: [], rejected: [] },
    replies: [],
    state: { memory: {} },
    day: '2026-11-21',
    asked: { memory: {}, day: '2026-11-21', channel: 'web' },
  })
}
await keep('first')
await keepUpdates(db, 'bot', [{ id: 1, chat: '1', body: {} }])
await databaseCache(db).keep('key', ['first'])
await syncNotices(db, loadNotices())

/** What a frozen process holds, and what another wants to do. */
const cases: [what: string, statement: string, work: () => Promise<unknown>, kind?: string][] = [
  [
    'the row of a conversation',
    "update conversation set channel = 'frozen' where id = 'c'",
    async () => expect(await keep('second')).toBe('kept'),
  ],
  [
    'the lock under which questions are grouped',
    `select pg_advisory_xact_lock(hashtext('zhixun: question groups'))`,
    async () => {
      expect(await keep('third', 'd')).toBe('kept')
      await enterTurns(db, knowledge, ['third'])
      expect(await waitingTurns(db, 9)).not.toContain('third')
    },
  ],
  [
    'the same turn, not yet kept',
    `insert into conversation (id, channel, state) values ('e', 'frozen', '{}') on conflict do nothing`,
    async () => expect(await keep('fourth', 'e')).toBe('kept'),
  ],
  [
    'an update of Telegram',
    "update telegram_update set sent = 7 where bot = 'bot'",
    async () => {
      await finishUpdate(db, 'bot', 1)
      expect(await openUpdates(db, 'bot')).toEqual([])
    },
  ],
  [
    'what a model picked',
    'update model_choice set chosen = \'["frozen"]\'',
    async () => expect(await databaseCache(db).find('key')).toEqual(['first']),
  ],
  [
    'a switch',
    "insert into switch (name, reason) values ('web', 'frozen') on conflict (name) do update set reason = 'frozen'",
    async () => {
      await setSwitch(db, 'somebody', 'web', { off: true, reason: 'repairs' })
      expect((await findSwitches(db)).web.reason).toBe('repairs')
    },
  ],
  [
    'the index',
    'select pg_advisory_xact_lock(20250604)',
    async () => expect((await syncNotices(db, loadNotices())).notices).toHaveLength(5),
    'long',
  ],
  [
    'a row, in the middle of an answer that it does not take',
    "update conversation set channel = 'frozen' where id = 'c'",
    async () => expect(await keep('fifth')).toBe('kept'),
    'stream',
  ],
]

for (const [what, statement, work, kind = ''] of cases) {
  test(`a frozen process that holds ${what} blocks nobody for long, and has changed nothing`, async () => {
    const { child, lines } = await hold(statement, kind)
    child.kill('SIGSTOP')
    if (kind === 'stream') await sleep(500)
    const started = performance.now()
    await work()
    expect(performance.now() - started).toBeLessThan(mostMs)
    // Woken, it hears that nothing of its transaction was kept.
    child.kill('SIGCONT')
    child.stdin!.write('on\n')
    const [word] = (await once(lines, 'line')) as [string]
    expect(word).toBe('lost')
    const frozen = await sql`select 1 from conversation where channel = 'frozen'`.execute(db)
    expect(frozen.rows).toEqual([])
  }, 60_000)
}

test('a lock that is held for good is waited for no longer, and told as such', async () => {
  const held = Promise.withResolvers<void>()
  const { promise: done, resolve: finish } = Promise.withResolvers<void>()
  const holder = forLongWork(db)
    .transaction()
    .execute(async (trx) => {
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx)
      await sql`select 1 from conversation where id = 'c' for update`.execute(trx)
      held.resolve()
      await done
    })
  await held.promise
  const started = performance.now()
  await expect(keep('sixth')).rejects.toMatchObject({ code: '55P03' })
  expect(performance.now() - started).toBeLessThan(mostMs)
  finish()
  await holder
  expect(await keep('sixth')).toBe('kept')
}, 60_000)

async function hold(statement: string, kind: string): Promise<{ child: ChildProcess; lines: Interface }> {
  const script = join(import.meta.dirname, 'hold-lock.ts')
  const child = spawn(process.execPath, [script, options.url!, statement, kind], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface(child.stdout)
  expect(await once(lines, 'line')).toEqual(['held'])
  return { child, lines }
}
