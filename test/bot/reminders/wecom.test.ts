import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { wecomPace } from '../../../bot/channels/wecom/connection.ts'
import { createWeCom } from '../../../bot/channels/wecom/create-wecom.ts'
import { createMetrics } from '../../../bot/metrics.ts'
import { withPilot } from '../../support/pilot-app.ts'
import { telegramAssistant } from '../../support/telegram.ts'
import { bot, WeComServer } from '../../support/wecom/wecom-server.ts'

vi.setConfig({ testTimeout: 60_000 })

let day = '2026-12-01'
const assistant = await telegramAssistant({ shipped: withPilot, today: () => day })
const { db } = assistant
const eventually = <Value>(value: () => Value | Promise<Value>) => expect.poll(async () => value(), { timeout: 30_000 })

test('who asked is sent it over the connection, once, and a lost word does not send it again', async () => {
  const server = await new WeComServer().open()
  const parts = {
    db,
    services: assistant.services,
    metrics: createMetrics(),
    dataDir: '',
    publicUrl: undefined,
    today: () => day,
    tell: () => undefined,
    complain: () => undefined,
  }
  const config = { botId: bot.botId, secret: bot.secret, url: server.url }
  const channel = createWeCom(config, parts, { ...wecomPace, ackMs: 1_000, againMs: 20 })
  await channel.start({ address: '', log: { warn: () => undefined, error: () => undefined } })
  onTestFinished(channel.close)
  await eventually(() => server.subscribed.length).toBe(1)
  const [one, lost] = [`staff-${randomUUID()}`, `staff-${randomUUID()}`]
  for (const who of [one, lost]) {
    const request = server.text(who, '/remind deadline pilot-base-2027')
    await eventually(() => server.of(request).at(-1)?.body.stream?.finish).toBe(true)
    await eventually(async () => {
      const { rows } = await sql`select from chat where chat = ${who}`.execute(db)
      return rows.length
    }).toBe(1)
  }
  const told = (who: string) => server.to(who).filter(({ body }) => body.markdown?.content.includes('还有14天截止'))
  server.answer = ({ body }) => (body.chatid === lost ? undefined : 0)
  day = '2026-12-17'
  await assistant.remind()
  const states = async () => {
    const { rows } = await sql<{ state: string }>`select state from delivery order by state`.execute(db)
    return rows.map(({ state }) => state)
  }
  await eventually(states).toEqual(['sent', 'unsure'])
  await assistant.remind()
  expect([told(one).length, told(lost).length]).toEqual([1, 1])
  expect(told(one)[0]!.body).toMatchObject({ chat_type: 1 })
})
