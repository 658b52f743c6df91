import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Update } from 'grammy/types'
import { renderReply } from '../../../bot/channels/telegram/render-reply.ts'
import { splitText } from '../../../bot/channels/split-text.ts'
import type { Reply } from '../../../services/reply.ts'
import { anyBrokenText, anyText, expectWhole, isVisible } from '../../support/any-text.ts'
import { telegramAssistant, openChannel, webhookSecret } from '../../support/telegram.ts'
import { post } from '../../support/app.ts'

const assistant = await telegramAssistant()
const patience = 240_000
const pace = { typingMs: 4_000 }

for (const webhook of [false, true])
  test(
    `any message is answered or refused whole ${webhook ? 'by webhook' : 'by long polling'}`,
    async () => {
      const { person, api, url, log } = await openChannel(assistant, { webhook, pace })
      await fc.assert(
        fc.asyncProperty(anyBrokenText(1500), async (text) => {
          const somebody = person()
          const sent = isVisible(text) ? text : `申报${text}`
          const [answer] = await somebody.ask(sent)
          expectWhole(answer!.text, sent)
          for (const row of answer!.reply_markup?.inline_keyboard ?? []) expectWhole(row, sent)
        }),
        { numRuns: 30 },
      )
      for (const { payload } of api.calls) expectWhole(payload, '\ufffd')
      const kept = await assistant.db.selectFrom('telegram_update').selectAll().execute()
      expectWhole(kept, '\ufffd')
      expect(log.filter((line) => line.includes('update failed'))).toEqual([])
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
    },
    patience,
  )

test(
  'entities that cut a character, odd names and odd presses do no harm',
  async () => {
    const { person, log, url } = await openChannel(assistant, { webhook: true, pace })
    const somebody = person()
    const headers = { 'x-telegram-bot-api-secret-token': webhookSecret }
    let id = 900_000
    await fc.assert(
      fc.asyncProperty(anyBrokenText(80), fc.nat(20), fc.nat(20), async (text, offset, length) => {
        const from = { id: somebody.id, is_bot: false, first_name: text, last_name: '\ud83d' }
        const chat = { id: somebody.chat, type: 'private', first_name: text }
        const message = { message_id: (id += 1), date: 1, from, chat, text: `𠮷${text}` }
        const entities = [
          { type: 'text_mention', offset, length, user: { ...from, id: 1 } },
          { type: 'mention', offset, length },
        ]
        const updates: unknown[] = [
          { message: { ...message, entities } },
          { message: { ...message, text: undefined, caption: text, photo: [], [text]: text } },
          { callback_query: { id: '1', from, chat_instance: '1', message, data: `r:0:${text}` } },
          { callback_query: { id: '1', from, chat_instance: '1', message, data: `t:${text}` } },
        ]
        for (const update of updates) {
          const body = { update_id: (id += 1), ...(update as Partial<Update>) }
          expect((await post(`${url}/telegram`, body, headers)).status).toBe(200)
        }
      }),
      { numRuns: 15 },
    )
    await expect
      .poll(
        async () =>
          (await assistant.db.selectFrom('telegram_update').selectAll().where('done_at', 'is', null).execute()).length,
        { timeout: 120_000 },
      )
      .toBe(0)
    expect(log.filter((line) => line.includes('update failed'))).toEqual([])
  },
  patience,
)

test('a reply of any text is split between characters, and loses none', () => {
  const clusters = (text: string) => [...new Intl.Segmenter('zh').segment(text)].map(({ segment }) => segment)
  fc.assert(
    fc.property(anyText(400), fc.integer({ min: 12, max: 120 }), (text, limit) => {
      const parts = splitText(text, (part) => part.length <= limit)
      expect(parts.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
      const fitting = clusters(text.trim()).filter((one) => one.length <= limit && one.trim() === one)
      const held = new Map<string, number>()
      for (const one of parts.flatMap(clusters)) held.set(one, (held.get(one) ?? 0) + 1)
      for (const part of parts) expect(part.isWellFormed()).toBe(true)
      // A cluster that would fit is in some part as a whole, unless one too long was cut beside it.
      if (clusters(text).every((one) => one.length <= limit))
        for (const one of new Set(fitting)) expect(held.get(one) ?? 0, JSON.stringify(one)).toBeGreaterThan(0)
    }),
    { numRuns: 200 },
  )
})

test('labels of buttons and quotes of any text are whole and within the limits', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      const reply: Reply = {
        id: 'x',
        kind: 'answer',
        text: `答${text}`,
        citations: [],
        actions: [{ label: text, send: text }],
      }
      for (const step of renderReply(reply, { origin: 'https://zhixun.example', bot: 'b' })) {
        expectWhole(step, text)
        const buttons = step.kind === 'message' ? (step.keyboard?.inline_keyboard.flat() ?? []) : []
        for (const button of buttons) {
          expect([...button.text].length).toBeLessThanOrEqual(60)
          if ('callback_data' in button) expect(Buffer.byteLength(button.callback_data)).toBeLessThanOrEqual(64)
        }
      }
    }),
  )
})
