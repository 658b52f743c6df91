import { describe, expect, test } from 'vitest'
import { buttonsOf, urlOf } from '../../../support/bot-api/person.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'

for (const webhook of [false, true]) {
  describe(webhook ? 'by webhook' : 'by long polling', () => {
    test('a question is answered with the quote to be unfolded and the source as a link', async () => {
      const { person, api } = await openChannel(assistant, { webhook })
      const somebody = person()
      const [answer] = await somebody.ask(question)
      expect(answer!.text).toContain('100件')
      const types = answer!.entities.map(({ type }) => type)
      expect(types).toContain('expandable_blockquote')
      const quote = answer!.entities.find(({ type }) => type === 'expandable_blockquote')!
      expect(answer!.text.slice(quote.offset, quote.offset + quote.length)).toMatch(/有效发明专利达到\s*100\s*件以上/)
      // Nothing on a phone opens an address of this machine.
      expect(JSON.stringify(answer)).not.toMatch(/127\.0\.0\.1/)
      expect(buttonsOf(answer!)).toContain('原文')
      expect(urlOf(answer!, '原文')).toBeUndefined()
      expect(answer!.text).toContain('（沪知局促〔2025〕11号）')
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

test('an address of this server makes links where there is no webhook either', async () => {
  const { person } = await openChannel(assistant, { publicUrl: 'https://zhixun.example' })
  const [answer] = await person().ask(question)
  expect(urlOf(answer!, '原文')).toBe('https://zhixun.example/notices/medical-2025#1.2.1')
})

const links: [payload: string, answer: RegExp][] = [
  ['check_medical-center-2025', /自查，最多/],
  ['n_medical-2025', /2025年/],
  ['from-a-poster', /我是知询/],
]
test.each(links)('the link with %s does what it stands for', async (payload, answer) => {
  const { person } = await openChannel(assistant)
  expect((await person().ask(`/start ${payload}`))[0]!.text).toMatch(answer)
})

test('what stands below a picture is read, and an album is answered once', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const photo = [{ file_id: 'f', file_unique_id: 'u', width: 1, height: 1 }]
  somebody.send({ photo, caption: question, media_group_id: '7' })
  somebody.send({ photo, media_group_id: '7' })
  somebody.send({ photo, media_group_id: '8' })
  somebody.send({ photo, media_group_id: '8' })
  somebody.say('/help')
  await api.until(() => somebody.heard.some(({ text }) => text.startsWith('我是知询')))
  expect(somebody.heard.map(({ text }) => text.slice(0, 5))).toEqual(['至少100', '目前只能读', '我是知询。'])
})

test('an answer that was of no use is in the console, and its buttons stay', async () => {
  const { person, api } = await openChannel(assistant)
  const somebody = person()
  const [answer] = await somebody.ask(question)
  expect(buttonsOf(answer!).slice(-3)).toEqual(['👍', '👎', '原文'])
  somebody.press('👎')
  await api.until(() => api.callsOf('answerCallbackQuery').length === 1)
  expect(api.callsOf('answerCallbackQuery')[0]!.payload.text).toContain('已记下')
  const [row] = await assistant.db.selectFrom('feedback').selectAll().orderBy('created_at', 'desc').execute()
  expect(row).toMatchObject({ helpful: false })
  const [kept, why] = await somebody.hear(2)
  expect(buttonsOf(kept!)).toContain('👎')
  expect(why!.text).toContain('哪里不对')
  expect(buttonsOf(why!)).toEqual(['答非所问', '没有答全', '有错误', '看不懂'])
})

test('an answer that is there at once is not announced', async () => {
  const { person, api } = await openChannel(assistant, { pace: { quietMs: 60_000 } })
  const somebody = person()
  await somebody.ask(question)
  expect(api.callsOf('sendChatAction')).toEqual([])
})

test('typing is shown before the answer, and quick replies are buttons', async () => {
  const { person, api } = await openChannel(assistant, { pace: { quietMs: 0 } })
  const somebody = person()
  const [help] = await somebody.ask('/start')
  const methods = api.calls
    .filter(({ payload }) => Number(payload.chat_id) === somebody.chat)
    .map(({ method }) => method)
  expect(methods).toEqual(['sendChatAction', 'sendMessage'])
  expect(buttonsOf(help!)).toContain('申报自查（约2分钟）')
})
