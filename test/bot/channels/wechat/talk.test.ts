import { describe, expect, test } from 'vitest'
import { telegramAssistant } from '../../../support/telegram.ts'
import { linksOf, newId } from '../../../support/wechat/official-account.ts'
import { openWeChat } from '../../../support/wechat/wechat.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'
const long = '两年的运营中心有什么不同'
const publicUrl = 'https://zhixun.example'
const labels = (text: string) => linksOf(text).map(({ label }) => label)
const rowsOf = (chat: string) => assistant.db.selectFrom('chat').selectAll().where('chat', '=', chat).execute()

describe('an answer', () => {
  test('leads with it, then offers what to ask next, the clause and a word on it', async () => {
    const { account } = await openWeChat(assistant)
    const person = account.person()
    const answer = await person.say(question)
    expect(answer.split('\n')[0]).toBe('至少100件（含100件）。')
    expect(labels(answer).slice(-3)).toEqual(['依据', '有用', '没用'])
    expect(linksOf(answer).every(({ sends }) => sends !== undefined)).toBe(true)
    expect(await person.tap('依据')).toContain('“1.截至申报日，有效发明专利达到100件以上。”')
    expect(await person.tap('支持多少经费', answer)).toContain('20万元')
  })

  test('opens the notice at its clause where the server has an address', async () => {
    const { account } = await openWeChat(assistant, { publicUrl })
    const [first] = linksOf(await account.person().say(question))
    expect(first).toEqual({ label: '看通知原文', url: `${publicUrl}/notices/medical-2025#1.2.1` })
  })

  test('that is too long comes in pages, the same page to a message that comes again', async () => {
    const { account } = await openWeChat(assistant)
    const person = account.person()
    const first = await person.say(long)
    expect(labels(first).at(-1)).toBe('继续看（还有1段）')
    const id = newId()
    const second = await person.say('继续', id)
    expect(second).not.toBe(first)
    expect(await (await openWeChat(assistant)).account.person(person.openid).say('继续', id)).toBe(second)
    // There is nothing left: the word is the conversation's.
    expect(await person.say('继续')).not.toBe(second)
  })

  test('that helped or not is in the console, with the reason', async () => {
    const { account, db } = await openWeChat(assistant)
    const person = account.person()
    const answer = await person.say(question)
    await person.say('谁能申报')
    expect(await person.tap('没用', answer)).toContain('已记下')
    expect(await person.say('没用：没说从哪天算起')).toContain('谢谢')
    const rows = await db.selectFrom('feedback').selectAll().orderBy('created_at').execute()
    expect(rows.map(({ helpful, comment }) => [helpful, comment])).toEqual([
      [false, null],
      [false, '没说从哪天算起'],
    ])
  })
})

describe('a self-check', () => {
  test('goes by taps alone to its result, which goes on in the page', async () => {
    const { account } = await openWeChat(assistant, { publicUrl })
    const person = account.person()
    await person.event('subscribe')
    await person.tap('自查')
    let answer = await person.tap('2022年上海市高校知识产权运营中心')
    for (let taps = 0; taps < 20 && !answer.includes('看结果'); taps += 1)
      answer = await person.tap(/\[?是<\/a>/.test(answer) ? '是' : '跳过')
    answer = await person.tap('看结果')
    for (let pages = 0; pages < 4 && answer.includes('继续看'); pages += 1) answer = await person.tap('继续看')
    expect(person.heard.some((text) => /申报条件/.test(text))).toBe(true)
    const page = linksOf(await person.tap('在网页里接着答')).find(({ url }) => url.includes('#resume='))
    expect(page?.url).toMatch(/^https:\/\/zhixun\.example\/#resume=\w{4}-\w{4}$/)
  })

  test('says which question it is, and takes words and numbers for the links', async () => {
    const { account } = await openWeChat(assistant)
    const person = account.person()
    await person.say('/check')
    const asked = await person.say('1')
    expect(asked).toContain('第1题，最多8题\n')
    expect(labels(asked)).toEqual(expect.arrayContaining(['是', '否', '不清楚，跳过']))
    expect(await person.say('是')).toContain('第2题，最多8题\n')
  })

  test('a link of a question that is answered changes nothing, and the open one is put again', async () => {
    const { account } = await openWeChat(assistant)
    const person = account.person()
    const asked = await person.say('/check medical-center-2025')
    await person.tap('是', asked)
    const late = await person.tap('否', asked)
    expect(late).toMatch(/^这一题已经答过/)
    expect(late).toContain('第2题')
    expect(await person.say('/status')).toMatch(/医疗卫生机构.*是/)
  })

  test('a link of long ago answers nothing', async () => {
    const { account } = await openWeChat(assistant)
    const person = account.person()
    const asked = await person.say('/check medical-center-2025')
    await person.say('/delete')
    expect(await person.tap('是', asked)).toMatch(/^这一题已经答过/)
  })

  test('goes by taps where WeChat does not say which link was tapped', async () => {
    const { account } = await openWeChat(assistant, { tellsMenuId: false })
    const person = account.person()
    await person.say('/check')
    expect(await person.tap('促进中心')).toContain('促进中心自查')
    await person.tap('是')
    expect(await person.tap('跳过')).toContain('第3题')
  })
})

describe('events', () => {
  test('a new follower is greeted, and told what can be asked', async () => {
    const { account } = await openWeChat(assistant)
    const greeting = await account.person().event('subscribe')
    expect(greeting).toMatch(/^谢谢关注/)
    expect(labels(greeting!)).toContain('申报自查（约2分钟）')
  })

  const scenes: [event: string, key: string, answer: RegExp][] = [
    ['subscribe', 'qrscene_check_medical-center-2025', /^谢谢关注[^]*第1题/],
    ['SCAN', 'check_medical-center-2025', /第1题/],
    ['SCAN', 'n_medical-2025', /2025年/],
    ['SCAN', 'from-the-poster', /我是知询/],
    ['CLICK', '/unit', /单位/],
  ]
  test.each(scenes)('%s %s', async (event, key, answer) => {
    const { account } = await openWeChat(assistant)
    expect(await account.person().event(event, key)).toMatch(answer)
  })

  test.each(['VIEW', 'TEMPLATESENDJOBFINISH', 'LOCATION', 'of tomorrow'])('%s wants no answer', async (event) => {
    const { account } = await openWeChat(assistant)
    expect(await account.person().event(event, 'https://zhixun.example/')).toBeUndefined()
  })

  test('who leaves is forgotten, and starts anew', async () => {
    const { account } = await openWeChat(assistant)
    const person = account.person()
    await person.say('/check medical-center-2025')
    expect(await rowsOf(person.openid)).toHaveLength(1)
    expect(await person.event('unsubscribe')).toBeUndefined()
    expect(await rowsOf(person.openid)).toEqual([])
  })
})

test('nothing of a conversation that is deleted stays, the chat included', async () => {
  const { account } = await openWeChat(assistant)
  const person = account.person()
  await person.say(question)
  expect(await person.say('/delete')).toContain('删除')
  expect(await rowsOf(person.openid)).toEqual([])
})

describe('what is no text is answered with what to do', () => {
  const kinds: [Record<string, string>, RegExp][] = [
    [{ MsgType: 'image', PicUrl: 'http://p.example/1', MediaId: 'm' }, /看不了图片/],
    [{ MsgType: 'voice', MediaId: 'm', Format: 'amr' }, /语音没能转成文字/],
    [{ MsgType: 'voice', MediaId: 'm', Format: 'amr', Recognition: question }, /^听到的是：“2025年[^]*至少100件/],
    [{ MsgType: 'voice', MediaId: 'm', Recognition: '谁'.repeat(600) }, /^听到的是：“谁{60}…”/],
    [{ MsgType: 'shortvideo', MediaId: 'm' }, /视频/],
    [{ MsgType: 'location', Label: '上海' }, /位置/],
    [{ MsgType: 'link', Url: 'https://a.example' }, /链接/],
    [{ MsgType: 'text', Content: '【收到不支持的消息类型，暂无法显示】' }, /表情/],
    [{ MsgType: 'text', Content: '长'.repeat(2001) }, /2000/],
    [{ MsgType: 'of tomorrow' }, /请打字/],
  ]
  test.each(kinds)('%o', async (fields, answer) => {
    const { account } = await openWeChat(assistant)
    expect(await account.person().send({ ...fields, MsgId: newId() })).toMatch(answer)
  })
})

test('what people write with marks and signs of every kind comes back unharmed', async () => {
  const { account } = await openWeChat(assistant)
  const answer = await account.person().say('/unit ]]>＜a href="x">😀</a>\n&amp;')
  expect(linksOf(answer).every(({ url }) => url.startsWith('weixin://bizmsgmenu'))).toBe(true)
})
