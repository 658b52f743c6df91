import { sql } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import { withPilot } from '../../support/pilot-app.ts'
import { telegramAssistant } from '../../support/telegram.ts'
import { openApiServer } from '../../support/wechat/api-server.ts'
import { openWeChat } from '../../support/wechat/wechat.ts'

vi.setConfig({ testTimeout: 60_000 })

let day = '2026-12-01'
const assistant = await telegramAssistant({ shipped: withPilot, today: () => day })
const { db } = assistant
const appSecret = 's'.repeat(32)
const send = '/cgi-bin/message/custom/send'
const due = /还有14天截止：2027年江陵市中试基地/u
const remind = '/remind deadline pilot-base-2027'

beforeEach(async () => {
  day = '2026-12-01'
  await sql`delete from conversation`.execute(db)
})

const deliveries = async () =>
  (await sql<{ state: string; later: boolean }>`select state, due_at is not null as later from delivery`.execute(db))
    .rows
const eventually = <Value>(value: () => Promise<Value>) => expect.poll(value, { timeout: 30_000 })

async function dueNow(): Promise<void> {
  day = '2026-12-17'
  await assistant.remind()
}

test('without a secret it is told with the next answer, once', async () => {
  const { account } = await openWeChat(assistant)
  const one = account.person()
  expect(await one.say(remind)).toContain('微信不让主动发的时候，您下次发消息时告诉您')
  await dueNow()
  await eventually(deliveries).toEqual([{ state: 'waiting', later: false }])
  expect(await one.say('你好')).toMatch(due)
  expect(await one.say('你好')).not.toMatch(due)
})

test('with a secret it is sent, in the 48 hours after the person wrote', async () => {
  const api = await openApiServer()
  const { account } = await openWeChat(assistant, { config: { appSecret, apiRoot: api.root } })
  const one = account.person()
  await one.say(remind)
  await dueNow()
  await eventually(deliveries).toEqual([{ state: 'sent', later: false }])
  const [call, ...more] = api.of(send)
  expect(more).toEqual([])
  expect(call!.body).toMatchObject({ touser: one.openid, msgtype: 'text' })
  const { content } = call!.body['text'] as { content: string }
  expect(content).toMatch(due)
  expect(content).toContain('停止提醒')
  expect(await one.say('你好')).not.toMatch(due)
  expect(await one.say('停止提醒')).toContain('好，不再提醒')
})

test('after them, or where WeChat refuses, it waits for the next message', async () => {
  const api = await openApiServer({ [send]: [45015] })
  const { account } = await openWeChat(assistant, { config: { appSecret, apiRoot: api.root } })
  const [late, refused] = [account.person(), account.person()]
  await late.say(remind)
  await sql`update chat set updated_at = now() - interval '3 days'`.execute(db)
  await refused.say(remind)
  await dueNow()
  await eventually(deliveries).toEqual(Array(2).fill({ state: 'waiting', later: false }))
  expect(api.of(send)).toHaveLength(1)
  for (const one of [late, refused]) expect(await one.say('你好')).toMatch(due)
})

test('whoever no longer follows is sent nothing', async () => {
  const api = await openApiServer()
  const { account } = await openWeChat(assistant, { config: { appSecret, apiRoot: api.root } })
  const one = account.person()
  await one.say(remind)
  await sql`delete from chat`.execute(db)
  await dueNow()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(api.of(send)).toEqual([])
})
