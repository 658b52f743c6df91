import type { Message } from 'grammy/types'
import { describe, expect, test } from 'vitest'
import { me } from '../../../support/bot-api/bot-api-server.ts'
import { buttonsOf, Person, urlOf } from '../../../support/bot-api/person.ts'
import { type Channel, openChannel, telegramAssistant } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'
let groups = -100_500
const inGroup = ({ api }: Channel, id = 1): Person => new Person(api, id, (groups -= 1))

/** Waits until all that came in is done with: a message of somebody else, sent after, is answered. */
async function allDone(channel: Channel): Promise<void> {
  await channel.person().ask('/help')
  await channel.stop()
}

describe('in a group it answers', () => {
  const fromBot = { message_id: 1, from: me } as unknown as Message['reply_to_message']
  const cases: [what: string, text: string, more: Partial<Message>][] = [
    ['who names it', `@${me.username} ${question}`, {}],
    ['who names it in other letters, and at the end', `${question} @${me.username.toUpperCase()}`, {}],
    ['who answers it', question, { reply_to_message: fromBot }],
    ['a command to it', `/help@${me.username}`, {}],
    ['a command of its own', '/help', {}],
  ]
  test.each(cases)('%s', async (_what, text, more) => {
    const member = inGroup(await openChannel(assistant))
    const { message } = member.say(text, more)
    const [answer] = await member.hear(1)
    expect(answer!.text).toMatch(/100件|我是知询/)
    expect(answer!.replyTo).toBe(message!.message_id)
  })
})

describe('in a group it leaves alone', () => {
  const cases: [what: string, text: string, more: Partial<Message>][] = [
    ['what people say to each other', question, {}],
    ['who names another', `@somebody_else ${question}`, {}],
    ['a command to another bot', '/help@another_bot', {}],
    ['a command that is not its own', '/weather', {}],
    ['other bots', `@${me.username} ${question}`, { from: { id: 9, is_bot: true, first_name: '机器人' } }],
    ['pictures', '', { text: undefined, photo: [] }],
    ['its own news', '', { text: undefined, new_chat_members: [] }],
  ] as never
  test.each(cases)('%s', async (_what, text, more) => {
    const channel = await openChannel(assistant)
    const member = inGroup(channel)
    member.say(text, more)
    await allDone(channel)
    expect(channel.api.callsOf('sendMessage', member.chat)).toEqual([])
    expect(channel.log.join('')).not.toMatch(/failed|refused/)
  })
})

test('the members of a group hold one conversation', async () => {
  const channel = await openChannel(assistant)
  const one = inGroup(channel, 1)
  const other = new Person(channel.api, 2, one.chat)
  one.say(`@${me.username} 2022年高校运营中心的申报条件有哪些？`)
  await one.hear(1)
  other.say(`@${me.username} 截止日期呢`)
  const [, answer] = await other.hear(2)
  expect(answer!.text).toContain('11月8日')
})

describe('in a private chat', () => {
  const unreadable: Partial<Message>[] = [
    { photo: [] },
    { voice: { file_id: 'v', file_unique_id: 'v', duration: 1 } },
    { sticker: {} as never },
    { document: { file_id: 'd', file_unique_id: 'd' } },
    { video: {} as never },
    { location: { latitude: 31, longitude: 121 } },
  ]
  test.each(unreadable)('%o gets a kind word', async (content) => {
    const { person } = await openChannel(assistant)
    const somebody = person()
    somebody.send(content)
    const [answer] = await somebody.hear(1)
    expect(answer!.text).toMatch(/^目前只能读懂文字。/)
  })

  test('an edited message is answered as a new one, and one can see which', async () => {
    const { person } = await openChannel(assistant)
    const somebody = person()
    await somebody.ask('你好')
    const { edited_message } = somebody.edit(question)
    const [, answer] = await somebody.hear(2)
    expect(answer!.text).toContain('100件')
    expect(answer!.replyTo).toBe(edited_message!.message_id)
  })

  const refused = [
    { text: '问'.repeat(2001), says: '最多 2000 个字符' },
    { text: '\u200b', says: '不能为空' },
  ]
  test.each(refused)('a text that can not be taken is answered with $says', async ({ text, says }) => {
    const { person } = await openChannel(assistant)
    const [answer] = await person().ask(text)
    expect(answer!.text).toBe(says)
  })

  test('markup, halves of characters and nulls in what people type do no harm', async () => {
    const { person, log } = await openChannel(assistant)
    const [answer] = await person().ask('/<b>粗</b>&amp; \ud83d \0 </a>')
    expect(answer!.text.length).toBeGreaterThan(0)
    expect(log.join('')).not.toMatch(/failed|refused/)
  })

  test('posts of channels and other updates are let go', async () => {
    const channel = await openChannel(assistant)
    const chat = { id: -7, type: 'channel' as const, title: '频道' }
    channel.api.push({ channel_post: { message_id: 1, date: 1, chat, text: question, sender_chat: chat } })
    channel.api.push({ poll: {} } as never)
    await allDone(channel)
    expect(channel.api.callsOf('sendMessage', -7)).toEqual([])
    const open = assistant.db.selectFrom('telegram_update').select('id').where('done_at', 'is', null)
    expect(await open.execute()).toEqual([])
  })
})

describe('in a group a self-check', () => {
  const asked = [
    '/check',
    '/check medical-center-2025',
    '我想自查2025年医疗卫生系统知识产权运营中心',
    '/resume 6C36-KJ2T',
  ]
  test.each(asked)('that is asked for by %s moves to the private chat', async (text) => {
    const channel = await openChannel(assistant)
    const member = inGroup(channel)
    member.say(`@${me.username} ${text}`)
    const [answer] = await member.hear(1)
    const urls = buttonsOf(answer!).map((label) => urlOf(answer!, label))
    expect(urls.some((url) => url?.startsWith(`https://t.me/${me.username}?start=`))).toBe(true)
    expect(answer!.text).not.toMatch(/已答 0/u)
    // Nobody's next word is taken for an answer.
    const [, next] = await member.ask(`@${me.username} 是`).then(() => member.heard)
    expect(next!.text).not.toMatch(/已答 1/u)
  })
})

test('in a group nobody presses the buttons of somebody else', async () => {
  const channel = await openChannel(assistant)
  const { api } = channel
  const one = inGroup(channel, 1)
  const other = new Person(api, 2, one.chat)
  one.say(`@${me.username} ${question}`)
  const [answer] = await one.hear(1)
  const [quick] = buttonsOf(answer!)
  other.press(quick!)
  await api.until(() => api.callsOf('answerCallbackQuery').length === 1)
  expect(api.callsOf('answerCallbackQuery')[0]!.payload.text).toMatch(/^这是给别人的按钮/u)
  expect(one.heard).toEqual([answer])
  one.press(quick!)
  await one.hear(2)
  expect(buttonsOf(one.heard[0]!)[0]).toBe(`✓ ${quick}`)
})
