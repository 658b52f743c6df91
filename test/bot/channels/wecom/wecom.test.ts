import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AppServices } from '../../../../bot/app-services.ts'
import { telegramAssistant } from '../../../support/telegram.ts'
import { openWeCom, type WeComOptions } from '../../../support/wecom/open-wecom.ts'
import type { WeComServer } from '../../../support/wecom/wecom-server.ts'
import { type Card } from '../../../support/wecom/wecom-server.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'
/** The machine may be busy with others. */
const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 30_000 })
const isUp = ({ server }: { server: WeComServer }, times = 1) => eventually(() => server.subscribed.length).toBe(times)
const person = () => `staff-${randomUUID()}`

async function opened(options?: WeComOptions) {
  const running = await openWeCom(assistant, options)
  await isUp(running)
  const { server } = running
  /** Says something, and waits for the whole answer and the card below it, where there is one. */
  async function ask(userid: string, content: string) {
    const before = server.to(userid).length
    const request = server.text(userid, content)
    await eventually(() => server.of(request).at(-1)?.body.stream?.finish).toBe(true)
    await eventually(() => server.to(userid).length).toBeGreaterThan(before)
    return {
      text: server.of(request).at(-1)!.body.stream!.content,
      card: server.to(userid).at(-1)!.body.template_card!,
    }
  }
  return { ...running, ask }
}

const labels = ({ button_list }: Card) => button_list.map(({ text }) => text)

describe('an answer', () => {
  test('is one frame with its clause, and a card with what to ask next', async () => {
    const { server, ask } = await opened({ publicUrl: 'https://zhixun.example' })
    const who = person()
    const { text, card } = await ask(who, question)
    expect(text).toMatch(/^\*\*至少100件（含100件）。\*\*/)
    expect(text).toContain('> 1.截至申报日，有效发明专利达到100件以上。')
    expect(text).toContain('](https://zhixun.example/notices/medical-2025#1.2.1)')
    expect(labels(card)).toEqual(['谁能申报', '支持多少经费', '评几家'])
    expect(server.to(who)[0]!.body.chat_type).toBe(1)
    expect(server.sent.filter(({ body }) => body.stream)).toHaveLength(1)
  })

  test('that was not helpful is in the console with its reasons, however the event is written', async () => {
    const { server, ask } = await opened()
    const who = person()
    await ask(who, question)
    const id = server.sent.find(({ body }) => body.stream)!.body.stream!.feedback!.id
    const said = { id, type: 2, content: '没说哪天', inaccurate_reason_list: [2] }
    const rows = () => assistant.db.selectFrom('feedback').selectAll().where('reply', '=', id).execute()
    server.event({ eventtype: 'feedback_event', feedback_event: said }, who)
    await eventually(async () => (await rows())[0]).toMatchObject({ helpful: false, comment: '内容不完整；没说哪天' })
    server.event({ eventtype: 'feedback_event', ...said, type: 1 }, who)
    await eventually(async () => (await rows())[0]?.helpful).toBe(true)
  })

  test('to a message that comes twice comes once', async () => {
    const { server } = await opened()
    const [who, id] = [person(), randomUUID()]
    const requests = [server.text(who, '/help', id), server.text(who, '/help', id)]
    await eventually(() => server.of(requests[0]!).length).toBe(1)
    const after = server.text(who, question)
    await eventually(() => server.of(after).length).toBe(1)
    expect(server.of(requests[1]!)).toEqual([])
  })

  test('whose stream is over is sent by itself; one of which nothing is heard is not said twice', async () => {
    const { server } = await opened({ pace: { ackMs: 300 } })
    const [late, unheard] = [person(), person()]
    server.answer = ({ body }) => (body.stream ? 846608 : 0)
    server.text(late, question)
    await eventually(() => server.to(late).map(({ body }) => body.msgtype)).toEqual(['markdown', 'template_card'])
    server.answer = ({ body }) => (body.stream ? undefined : 0)
    server.text(unheard, question)
    await eventually(() => server.to(unheard).map(({ body }) => body.msgtype)).toEqual(['template_card'])
  })
})

describe('a self-check', () => {
  test('goes by presses: each card turns into its choice, once', async () => {
    const { server, ask } = await opened()
    const who = person()
    const { card } = await ask(who, '/check medical-center-2025')
    expect(card.main_title).toEqual({ title: '第1题，最多8题', desc: '贵单位是上海市的医疗卫生机构吗？' })
    expect(labels(card)).toEqual(expect.arrayContaining(['是', '否', '不清楚，跳过']))
    const press = server.press(who, card, '是')
    await eventually(() => server.to(who).at(-1)?.body.template_card?.main_title.title).toBe('第2题，最多8题')
    const [settled] = server.of(press)
    expect(settled!.cmd).toBe('aibot_respond_update_msg')
    expect(settled!.body.template_card).toMatchObject({ task_id: card.task_id, main_title: { title: '✓ 是' } })
    const again = server.press(who, card, '否')
    await eventually(() => server.of(again)[0]?.body.template_card?.main_title.title).toContain('已经答过')
    const { text } = await ask(who, '/status')
    expect(text).toMatch(/医疗卫生机构.*是/)
  })

  test('offers programmes whose names no button can hold as numbers, which can be typed', async () => {
    const { ask } = await opened()
    const who = person()
    const { text, card } = await ask(who, '/check')
    expect(text).toContain('2025年上海市医疗卫生系统知识产权运营中心')
    expect(labels(card).every((label, at) => label.startsWith(`${at + 1}. `))).toBe(true)
    expect((await ask(who, '2')).text).toContain('促进中心自查')
  })
})

test('buttons leave out what stands in brackets, and only an answer has something to ask next', async () => {
  const { ask } = await opened()
  const who = person()
  const help = (await ask(who, '/help')).card
  expect(help.main_title.title).toBe('请选择')
  expect(labels(help)).toEqual(expect.arrayContaining(['申报自查', '申报条件有哪些']))
  expect((await ask(who, question)).card.main_title.title).toBe('可以接着问')
})

describe('what people send', () => {
  test('a group is one conversation, and the bot’s name no part of what is asked', async () => {
    const { server } = await opened()
    const chatid = `group-${randomUUID()}`
    const more = { chattype: 'group', chatid, msgtype: 'text', text: { content: `@知询 ${question}` } }
    const request = server.message(person(), more)
    await eventually(() => server.of(request)[0]?.body.stream?.content).toContain('100件')
    await eventually(() => server.to(chatid)[0]?.body.chat_type).toBe(2)
  })

  const kinds: [string, object, RegExp][] = [
    ['a recording', { msgtype: 'voice', voice: { content: question } }, /100件/],
    [
      'text with a picture',
      {
        msgtype: 'mixed',
        mixed: { msg_item: [{ msgtype: 'image' }, { msgtype: 'text', text: { content: question } }] },
      },
      /100件/,
    ],
    ['a picture', { msgtype: 'image', image: { url: 'https://a.example', aeskey: 'k' } }, /看不了图片/],
    ['a file without its key', { msgtype: 'file', file: { url: 'https://a.example' } }, /没有取到/],
    ['what is new', { msgtype: 'of tomorrow' }, /请打字/],
    ['too much', { msgtype: 'text', text: { content: '长'.repeat(2_001) } }, /2000/],
    [
      'what staff want to know',
      { msgtype: 'text', text: { content: '今天有几条未答复？' } },
      /^今天(?:没有待处理|有(?:未答复|评价不好))/,
    ],
  ]
  test.each(kinds)('%s', async (_what, message, answer) => {
    const { server } = await opened()
    const request = server.message(person(), message)
    await eventually(() => server.of(request)[0]?.body.stream?.content).toMatch(answer)
  })

  test('who comes in is greeted, in answer to the event', async () => {
    const { server } = await opened()
    const request = server.event({ eventtype: 'enter_chat' }, person())
    await expect
      .poll(() => server.of(request)[0])
      .toMatchObject({ cmd: 'aibot_respond_welcome_msg', body: { msgtype: 'text' } })
  })

  test('what can’t be answered is told of, and logged without words', async () => {
    const take = () => Promise.reject(new Error('of 发明专利'))
    const { server, logged } = await opened({ services: { conversation: { take } } })
    const request = server.text(person(), question)
    await eventually(() => server.of(request)[0]?.body.stream?.content).toContain('出了错')
    expect(logged).toHaveLength(1)
  })
})

describe('the connection', () => {
  test('is pinged, and made again where it is lost', async () => {
    const running = await opened()
    const { server, told } = running
    await eventually(() => server.pings).toBeGreaterThan(1)
    server.peer.cut()
    await isUp(running, 2)
    const request = server.text(person(), '/help')
    await eventually(() => server.of(request)[0]?.body.stream?.content).toContain('我是知询')
    expect(told.filter((line) => line.includes('连不上'))).toHaveLength(1)
  })

  test('that was lost while an answer was made says it by itself once it is back', async () => {
    const answer = Promise.withResolvers<void>()
    const { take } = assistant.services.conversation
    const held: typeof take = (...turn) => answer.promise.then(() => take(...turn))
    const running = await opened({ services: { conversation: { take: held } }, pace: { againMs: 500 } })
    const { server } = running
    const who = person()
    server.text(who, question)
    server.peer.cut()
    await new Promise((resolve) => setTimeout(resolve, 100))
    answer.resolve()
    await isUp(running, 2)
    await eventually(() => server.to(who)[0]?.body.markdown?.content).toContain('100件')
  })

  test('that another process took is left to it for a while: the two don’t throw each other out for ever', async () => {
    const running = await opened({ pace: { thrownOutMs: 1_500 } })
    const { server, told } = running
    const begun = performance.now()
    server.throwOut()
    await eventually(() => told.join()).toContain('另有程序')
    await isUp(running, 2)
    expect(performance.now() - begun).toBeGreaterThan(1_400)
  })

  test('with a wrong secret is told of without it, and not tried again at once', async () => {
    const { server, told } = await openWeCom(assistant, { secret: 'of_another' })
    await eventually(() => told.join()).toContain('不认 WECOM_BOT_ID')
    expect(server.subscribed).toEqual([])
    expect(told.join()).not.toContain('of_another')
  })

  test('ends with what is under way answered', async () => {
    const { server, channel } = await opened()
    const request = server.text(person(), question)
    await eventually(() => server.pings).toBeGreaterThan(0)
    await channel.close()
    expect(server.of(request)[0]?.body.stream?.finish).toBe(true)
  })
})

describe('files', () => {
  test('of an assessment come as messages of their own, whole; one that can’t be made is told of', async () => {
    const large = Buffer.alloc(700_000, '字')
    const downloads: AppServices['downloads'] = {
      names: ['self-check.docx', 'preparation.docx', 'assessment.json'],
      async make(_reply, name) {
        if (name === 'preparation.docx') throw new Error('no paper')
        return { fileName: `自查-${name}`, type: 'application/octet-stream', body: large }
      },
    }
    const { server, ask } = await opened({ services: { downloads } })
    const who = person()
    await ask(who, '/check university-center-2022')
    await ask(who, '否')
    server.text(who, '/confirm')
    await eventually(() => server.to(who).filter(({ body }) => body.msgtype === 'file').length).toBe(1)
    const [sent] = server.to(who).filter(({ body }) => body.msgtype === 'file')
    const file = server.files.get(sent!.body.file!.media_id)!
    expect(file.name).toBe('自查-self-check.docx')
    expect(file.bytes.equals(large)).toBe(true)
    await eventually(() => server.to(who).some(({ body }) => body.markdown?.content.includes('没有发成'))).toBe(true)
  })
})

describe('what waits for staff', () => {
  const saidTo = (server: WeComServer, who: string) =>
    server.to(who).flatMap(({ body }) => (body.markdown?.content.includes('今天有未答复') ? body.markdown.content : []))

  test('is told to those who asked for it, once for what has come, until they want no more', async () => {
    const { server, ask } = await opened({ publicUrl: 'https://zhixun.example' })
    const [who, other] = [person(), person()]
    const said = async (text: string) => {
      const request = server.text(who, text)
      await eventually(() => server.of(request).at(-1)?.body.stream?.finish).toBe(true)
      return server.of(request).at(-1)!.body.stream!.content
    }
    expect(await said('有未答复的提醒我')).toMatch(/^好，有新的/u)
    await ask(other, '食堂几点开饭？')
    await assistant.settle()
    await eventually(() => saidTo(server, who).length).toBe(1)
    expect(saidTo(server, who)[0]).toMatch(/\[审核后台\]\(https:\/\/zhixun\.example\/staff\)[^]*不用提醒未答复/u)
    expect(saidTo(server, who)[0]).toContain('食堂')
    expect(saidTo(server, other)).toEqual([])
    expect(await said('不用提醒未答复')).toMatch(/^好，不再/u)
    await ask(other, '附近哪里能停车？')
    await assistant.settle()
    // Others hear of it again, who was told to leave it doesn't.
    const third = person()
    server.text(third, '今天有几条未答复？')
    await eventually(() => JSON.stringify(server.sent.slice(-3))).toContain('停车')
    expect(saidTo(server, who)).toHaveLength(1)
  })
})
