import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { giveUpLost } from '../../../services/reminders/deliveries.ts'
import { telegramAssistant } from '../../support/telegram.ts'

const assistant = await telegramAssistant()

/** A delivery that a sender has just begun with. */
async function begun(): Promise<string> {
  const { db } = assistant
  const turn = { id: randomUUID(), text: '/help', channel: 'telegram' as const }
  const { conversation } = await assistant.services.conversation.take(turn)
  const day = '2026-11-22'
  const { id: subscription } = await db
    .insertInto('subscription')
    .values({ conversation, what: 'deadline', subject: 'x', language: 'zh', channel: 'telegram', agreed_on: day })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await db
    .insertInto('delivery')
    .values({
      subscription,
      conversation,
      event: 'closes',
      reply: JSON.stringify({ id: 'r', kind: 'info', text: '还有1天截止', citations: [], actions: [] }),
      state: 'sending',
      due_at: new Date(Date.now() + 60_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const stateOf = async (id: string) =>
  (await assistant.db.selectFrom('delivery').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state

test('what others may be sending is left to them for a while; what nobody else can be sending is unsure at once', async () => {
  const id = await begun()
  await giveUpLost(assistant.db)
  expect(await stateOf(id)).toBe('sending')
  await giveUpLost(assistant.db, true)
  expect(await stateOf(id)).toBe('unsure')
})
