import { describe, expect, test } from 'vitest'
import { buttonsOf } from '../../../support/bot-api/person.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'

for (const webhook of [false, true]) {
  describe(webhook ? 'by webhook' : 'by long polling', () => {
    test('a question is answered with the quote to be unfolded and the source as a link', async () => {
      const { person, api, url } = await openChannel(assistant, { webhook })
      const somebody = person()
      const [answer] = await somebody.ask(question)
      expect(answer!.text).toContain('100件')
      const types = answer!.entities.map(({ type }) => type)
      expect(types).toContain('expandable_blockquote')
      const quote = answer!.entities.find(({ type }) => type === 'expandable_blockquote')!
      expect(answer!.text.slice(quote.offset, quote.offset + quote.length)).toMatch(/有效发明专利达到\s*100\s*件以上/)
      const source = answer!.entities.find(({ type }) => type === 'text_link')!
      expect(source).toMatchObject({ url: `${url}/notices/medical-2025#1.2.1` })
      expect((await fetch((source as { url: string }).url)).status).toBe(200)
      expect(api.callsOf('sendMessage', somebody.chat)).toHaveLength(1)
    })

    test('an update that is delivered three times is answered once', async () => {
      const { person, api, stop } = await openChannel(assistant, {
        webhook,
        prepare: (server) => (server.delivery.repeats = 3),
      })
      const people = Array.from({ length: 5 }, person)
      for (const somebody of people) somebody.say(question)
      await Promise.all(people.map((somebody) => somebody.hear(1)))
      await Promise.all(people.map((somebody) => somebody.ask('/help')))
      await api.until(() => (webhook ? api.delivery.hookAnswers.length === 30 : api.callsOf('getUpdates').length > 3))
      await stop()
      for (const { heard } of people) expect(heard.map(({ text }) => text.slice(0, 4))).toHaveLength(2)
    })
  })
}

test('updates and calls are counted', async () => {
  const { person, api, url, stop } = await openChannel(assistant, {
    prepare: (server) => (server.delivery.repeats = 3),
  })
  await person().ask('/help')
  await api.until(() => api.callsOf('getUpdates').length >= 3)
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('zhixun_telegram_updates_total 1\n')
  expect(text).toContain('zhixun_telegram_calls_total{method="sendMessage",code="200"} 1\n')
  await stop()
})

test('a call that something else answers than Telegram is counted as one without a code', async () => {
  const { person, api, url } = await openChannel(assistant)
  const somebody = person()
  api.fail('sendMessage', 'no-code', { chat: somebody.chat })
  await somebody.ask('/help')
  const text = await (await fetch(`${url}/metrics`)).text()
  expect(text).toContain('zhixun_telegram_calls_total{method="sendMessage",code="none"} 1\n')
  expect(text).not.toContain('undefined')
})

test('typing is shown before the answer, and quick replies are buttons', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const [help] = await somebody.ask('/start')
  const methods = api.calls
    .filter(({ payload }) => Number(payload.chat_id) === somebody.chat)
    .map(({ method }) => method)
  expect(methods).toEqual(['sendChatAction', 'sendMessage'])
  expect(buttonsOf(help!)).toContain('申报自查（约2分钟）')
})
