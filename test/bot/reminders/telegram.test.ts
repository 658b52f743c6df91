import { sql } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Person } from '../../support/bot-api/person.ts'
import { buttonsOf } from '../../support/bot-api/person.ts'
import { Refusal } from '../../support/bot-api/refusal.ts'
import { withPilot } from '../../support/pilot-app.ts'
import { openChannel, telegramAssistant } from '../../support/telegram.ts'

vi.setConfig({ testTimeout: 60_000 })

let day = '2026-12-01'
const assistant = await telegramAssistant({ shipped: withPilot, today: () => day })
const { db } = assistant
const remind = '/remind deadline pilot-base-2027'
const due = /还有14天截止：2027年江陵市中试基地/u

beforeEach(async () => {
  day = '2026-12-01'
  await sql`delete from conversation`.execute(db)
})

const statesOf = async () =>
  (await sql<{ state: string }>`select state from delivery order by created_at, id`.execute(db)).rows.map(
    ({ state }) => state,
  )
const eventually = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 30_000 })
const told = ({ heard }: Person) => heard.filter(({ text }) => due.test(text))

async function dueNow(): Promise<void> {
  day = '2026-12-17'
  await assistant.remind()
}

test('who asked is sent it in their chat, once, with its clause and the word to stop', async () => {
  const { person, api } = await openChannel(assistant)
  const [one, other] = [person(), person()]
  expect((await one.ask(remind))[0]!.text).toMatch(/^好，12月17日、12月28日、12月30日各提醒一次：.*会发到这里。/u)
  await other.ask('你好')
  await dueNow()
  await api.until(() => told(one).length > 0)
  await assistant.remind()
  await eventually(statesOf).toEqual(['sent'])
  expect(one.last.text).toMatch(/2026年12月31日前.*停止提醒/su)
  expect(buttonsOf(one.last)).toEqual(['对照条件自查', '停止提醒', '原文'])
  expect(told(one)).toHaveLength(1)
  expect(told(other)).toEqual([])
  // And not again with the next answer.
  expect((await one.ask('你好')).map(({ text }) => text).join()).not.toMatch(due)

  one.press('停止提醒')
  await api.until(() => one.last.text.startsWith('好，不再提醒'))
  day = '2026-12-28'
  await assistant.remind()
  expect(await statesOf()).toEqual(['sent'])
})

test('who has blocked the bot hears no more', async () => {
  const { person, api } = await openChannel(assistant)
  const one = person()
  await one.ask(remind)
  api.fail('sendMessage', new Refusal(403, 'Forbidden: bot was blocked by the user'), { chat: one.chat })
  await dueNow()
  await eventually(async () => {
    const { rows } = await sql<{ ended: boolean }>`select ended_at is not null as ended from subscription`.execute(db)
    return rows
  }).toEqual([{ ended: true }])
  expect(await statesOf()).toEqual([])
  expect(told(one)).toEqual([])
})

test('what Telegram wants later is sent later, once', async () => {
  const { person, api } = await openChannel(assistant)
  const one = person()
  await one.ask(remind)
  api.fail('sendMessage', new Refusal(429, 'Too Many Requests: retry after 1', 1), { chat: one.chat })
  await dueNow()
  await api.until(() => told(one).length > 0, { ms: 30_000 })
  await eventually(statesOf).toEqual(['sent'])
  expect(told(one)).toHaveLength(1)
})

test('where the word of Telegram is lost it is not sent again, and told with the next answer, marked so', async () => {
  const { person, api } = await openChannel(assistant)
  const one = person()
  await one.ask(remind)
  api.fail('sendMessage', 'cut-after', { chat: one.chat })
  await dueNow()
  await eventually(statesOf).toEqual(['unsure'])
  expect(told(one)).toHaveLength(1)
  const [first] = await one.ask('你好', 2)
  expect(first!.text).toMatch(due)
  expect(first!.text).toContain('这一条可能已经发过')
  expect(await statesOf()).toEqual(['sent'])
})

test('while the channel is switched off nothing is sent, and then it is', async () => {
  const { person, api } = await openChannel(assistant)
  const one = person()
  await one.ask(remind)
  await sql`insert into switch (name, reason) values ('telegram', '维护')`.execute(db)
  await dueNow()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(told(one)).toEqual([])
  await sql`delete from switch`.execute(db)
  await api.until(() => told(one).length > 0, { ms: 40_000 })
})

test('a hundred who are due are each sent theirs', async () => {
  const { person, api } = await openChannel(assistant)
  const crowd = Array.from({ length: 100 }, person)
  for (const one of crowd) one.say(remind)
  await api.until(() => crowd.every(({ heard }) => heard.length > 0), { ms: 60_000 })
  await dueNow()
  await api.until(() => crowd.every((one) => told(one).length > 0), { ms: 60_000 })
  await eventually(async () => new Set(await statesOf())).toEqual(new Set(['sent']))
  for (const one of crowd) expect(told(one)).toHaveLength(1)
})
