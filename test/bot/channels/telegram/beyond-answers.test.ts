import { Document, Packer, Paragraph } from 'docx'
import { describe, expect, test } from 'vitest'
import { buttonsOf } from '../../../support/bot-api/person.ts'
import { openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'

const feedbackOf = async () => {
  const [row] = await assistant.db.selectFrom('feedback').selectAll().orderBy('created_at', 'desc').execute()
  return row
}

describe('why an answer was of no use', () => {
  test('is a reason that is tapped', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    await somebody.ask(question)
    somebody.press('👎')
    await somebody.hear(2)
    somebody.press('有错误')
    await api.until(() => somebody.last.text === '已记下：有错误')
    expect(buttonsOf(somebody.last)).toEqual([])
    expect(await feedbackOf()).toMatchObject({ helpful: false, comment: '有错误' })
  })

  test('is what people write in answer to the question, and no question itself', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    await somebody.ask(question)
    somebody.press('👎')
    const [, why] = await somebody.hear(2)
    somebody.answer(why!, '不是这一年的，联系我13812345678')
    await api.until(() => somebody.last.text === '谢谢，已记下。')
    expect(await feedbackOf()).toMatchObject({
      helpful: false,
      comment: expect.stringMatching(/^不是这一年的，联系我(?!138)/u),
    })
  })
})

describe('what an answer rests on', () => {
  test('is all shown on demand, as often as one likes', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    await somebody.ask('/check university-center-2022')
    await somebody.ask('否')
    await somebody.hear(3)
    somebody.say('/confirm')
    await api.until(() => somebody.heard.some((one) => buttonsOf(one).includes('全部依据')))
    somebody.press('全部依据')
    somebody.press('全部依据')
    await api.until(() => somebody.heard.filter(({ text }) => text.startsWith('《')).length >= 2)
    expect(somebody.last.entities.every(({ type }) => type === 'expandable_blockquote')).toBe(true)
  })

  test('is the notice as a file where there is no page to open', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    await somebody.ask(question)
    somebody.press('原文')
    await api.until(() => api.callsOf('sendDocument', somebody.chat).length === 1)
    const { file_name, size } = somebody.last.document!
    expect(file_name).toMatch(/2025年.*\.txt$/u)
    expect(size).toBeGreaterThan(3_000)
  })
})

describe('lengths', () => {
  const paragraph = '本中心面向全市医疗机构提供专利盘点、价值评估和转化服务。'

  test('a text is counted that Telegram has cut into several messages', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    const text = paragraph.repeat(200)
    somebody.say(`/count ${text.slice(0, 4089)}`)
    somebody.say(text.slice(4089))
    await api.until(() => somebody.heard.length === 1 && somebody.heard[0]!.text.startsWith('共2段'))
    expect(somebody.heard[0]!.text).toMatch(/[56][,，]?\d{3}/u)
    const [answer] = await somebody.ask(question)
    expect(answer!.text).toContain('100件')
  })

  test('/count takes what is sent after it, files too, until it is told to end', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    const [asked] = await somebody.ask('/count')
    expect(asked!.text).toContain('可以分几条发')
    const [first] = await somebody.ask(paragraph)
    const docx = new Document({ sections: [{ children: [new Paragraph(paragraph), new Paragraph(paragraph)] }] })
    api.files.set('word', await Packer.toBuffer(docx))
    somebody.send({ document: { file_id: 'word', file_unique_id: 'w', file_name: '申报书.docx' } })
    const [, , both] = await somebody.hear(3)
    expect(both!.text).toMatch(/^共2段/u)
    expect(first!.text).not.toMatch(/^共/u)
    somebody.press('数好了')
    await somebody.hear(4)
    const [answer] = await somebody.ask(question)
    expect(answer!.text).toContain('100件')
  })

  test('a file below which /count stands is counted; one that can’t be read is told of', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    api.files.set('text', Buffer.from(paragraph))
    api.files.set('picture', Buffer.from('no text'))
    const caption_entities = [{ type: 'bot_command' as const, offset: 0, length: 6 }]
    const send = (id: string, file_name: string) =>
      somebody.send({ document: { file_id: id, file_unique_id: id, file_name }, caption: '/count', caption_entities })
    send('text', '说明.txt')
    const [counted] = await somebody.hear(1)
    expect(counted!.text).toMatch(/^《说明.txt》：/u)
    send('picture', '扫描.png')
    const [, unread] = await somebody.hear(2)
    expect(unread!.text).toMatch(/^这个文件读不了：/u)
  })

  test('nothing that was counted is kept', async () => {
    const { person, stop } = await openChannel(assistant)
    const secret = '只有我知道的建设思路'
    await person().ask(`/count ${secret.repeat(3)}`)
    await stop()
    for (const table of ['turn', 'telegram_update', 'reply'] as const)
      expect(JSON.stringify(await assistant.db.selectFrom(table).selectAll().execute())).not.toContain(secret)
  })
})

describe('in any chat', () => {
  test('a clause can be dropped with its source, and nothing of what was typed is kept', async () => {
    const { person, api, stop } = await openChannel(assistant, { publicUrl: 'https://zhixun.example' })
    person().inline('有效发明专利 100件')
    await api.until(() => api.chats.inline.length === 1)
    const [{ results }] = api.chats.inline as [(typeof api.chats.inline)[number]]
    const texts = results.map((one) => (one.input_message_content as { message_text: string }).message_text)
    expect(texts.some((text) => /有效发明专利达到\s*100\s*件以上/u.test(text))).toBe(true)
    for (const text of texts) expect(text).toMatch(/<a href="https:\/\/zhixun\.example\/notices\/[a-z0-9-]+#/u)
    await stop()
    const updates = await assistant.db.selectFrom('telegram_update').selectAll().execute()
    expect(JSON.stringify(updates)).not.toContain('有效发明专利 100件')
  })

  test('who has typed nothing, or what no clause says, is led to the private chat', async () => {
    const { person, api } = await openChannel(assistant)
    person().inline('')
    await api.until(() => api.chats.inline.length === 1)
    expect(api.chats.inline[0]!.results).toEqual([])
    expect(api.callsOf('answerInlineQuery')[0]!.payload.button).toMatchObject({ start_parameter: 'inline' })
  })
})

describe('in English', () => {
  test('who writes English reads English, buttons and alerts too', async () => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    const [answer] = await somebody.ask('How many valid invention patents does the 2025 operation center need?')
    expect(buttonsOf(answer!)).toContain('Notice')
    somebody.press('👎')
    const [, why] = await somebody.hear(2)
    expect(why!.text).toContain('What was wrong?')
    const [asked] = await somebody.ask('/delete')
    expect(buttonsOf(asked!)).toEqual(['Delete everything', 'Keep it'])
    const [card] = await somebody.ask('/check university-center-2022')
    expect(card!.text).toMatch(/0 of \d answered/u)
    expect(buttonsOf(card!)).toContain('Why?')
    expect(api.chats.in(somebody.chat).flatMap(buttonsOf).join('')).not.toMatch(/[一-鿿]/u)
  })

  test('whose Telegram is set to English is greeted in English, and what they write decides from then on', async () => {
    const { person } = await openChannel(assistant)
    const somebody = person()
    somebody.language = 'en'
    const [hello] = await somebody.ask('/start')
    expect(hello!.text).toMatch(/^I am Zhixun/u)
    const [answer] = await somebody.ask(question)
    expect(answer!.text).toContain('至少100件')
    const [help] = await somebody.ask('/help')
    expect(help!.text).toMatch(/^我是知询/u)
  })
})

test('Telegram is told what the bot is and which commands there are, in both languages', async () => {
  const { api } = await openChannel(assistant)
  await api.until(() => api.menuButton !== undefined)
  expect([...api.descriptions.keys()]).toEqual(['', 'en'])
  expect(api.descriptions.get('')).toMatch(/^我是知询/u)
  expect(api.shortDescriptions.get('en')).toMatch(/^Conditions/u)
})
