import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { eventsOf, jsonOf, post } from '../support/app.ts'
import { realApp } from '../support/real-app.ts'

const { say, url, log, assistant } = await realApp()
const { db } = assistant
const patents = '2025年运营中心要多少件有效发明专利？'

const turnsOf = (conversation: string) =>
  db.selectFrom('turn').selectAll().where('conversation', '=', conversation).orderBy('ordinal').execute()

describe('a question', () => {
  test('is answered with the clause it rests on, word for word, and the way there', async () => {
    const { replies } = await say(patents)
    expect(replies).toHaveLength(1)
    expect(replies[0]).toMatchObject({ kind: 'answer', text: expect.stringContaining('100件') })
    const [citation] = replies[0]!.citations
    expect(citation).toMatchObject({ notice: 'medical-2025', clause: '1.2.1', url: '/notices/medical-2025#1.2.1' })
    const { source } = assistant.services.notices.find('medical-2025')!
    expect(source.replace(/\s/g, '')).toContain(citation!.quote.replace(/\s/g, ''))
  })

  test('leans on what came before', async () => {
    const first = await say('2025年运营促进中心的支持经费是多少？')
    const second = await say('截止日期呢', first.conversation)
    expect(second.conversation).toBe(first.conversation)
    expect(second.replies[0]!.text).toContain('6月13日')
  })

  test('comes as a stream of events too', async () => {
    const response = await post(`${url}/api/chat`, { message: patents }, { accept: 'text/event-stream' })
    const events = await eventsOf(response)
    expect(events.map(({ event }) => event).filter((event) => event !== 'delta')).toEqual(['reply', 'done'])
    const { text } = events.find(({ event }) => event === 'reply')!.data
    expect(text).toContain('100件')
    const deltas = events.filter(({ event }) => event === 'delta')
    expect(deltas.map(({ data }) => data.text).join('')).toBe(text)
  })

  test('is kept with how it was answered, for those who look after the answers', async () => {
    const { conversation } = await say(patents)
    const [turn] = await turnsOf(conversation)
    expect(turn).toMatchObject({ text: patents, status: 'answered', ordinal: 0 })
    expect(turn!.log).toMatchObject({ mode: 'extractive', question: expect.stringContaining('有效发明专利') })
    const { used, rejected } = turn!.log as { used: unknown[]; rejected: unknown[] }
    expect(used).toContainEqual({ notice: 'medical-2025', clause: '1.2.1', score: expect.any(Number) })
    expect(rejected).toHaveLength(5)
    const row = await db.selectFrom('conversation').select('channel').where('id', '=', conversation).executeTakeFirst()
    expect(row).toEqual({ channel: 'web' })
  })

  test('leaves no word in the log of the process', async () => {
    const secret = `暗号${randomUUID()}`
    await say(secret)
    await say(`/${secret}`)
    expect(log.length).toBeGreaterThan(0)
    expect(log.join('')).not.toContain(secret)
  })
})

describe('a conversation', () => {
  test('that is not known begins a new one with a new id', async () => {
    const unknown = randomUUID()
    const { conversation } = await say(patents, unknown)
    expect(conversation).not.toBe(unknown)
    expect(await turnsOf(unknown)).toEqual([])
    expect(await turnsOf(conversation)).toHaveLength(1)
  })

  test('takes its turns in the order in which they come', async () => {
    const { conversation } = await say('你好')
    const texts = Array.from({ length: 12 }, (_, at) => `第${at}问：申报什么时候截止？`)
    const answers: string[] = []
    await Promise.all(
      texts.map(async (text) => {
        await assistant.services.conversation.take({ id: randomUUID(), conversation, text, channel: 'web' })
        answers.push(text)
      }),
    )
    expect(answers).toEqual(texts)
    const kept = await turnsOf(conversation)
    expect(kept.slice(1).map(({ text }) => text)).toEqual(texts)
    expect(kept.map(({ ordinal }) => ordinal)).toEqual(kept.map((_, at) => at))
  })
})

describe('a turn that comes again', () => {
  test('has its first outcome', async () => {
    const key = randomUUID()
    const first = await say(patents, undefined, key)
    expect(await say(patents, undefined, key)).toEqual(first)
    expect(await turnsOf(first.conversation)).toHaveLength(1)
  })

  test('while the first is under way has the same outcome', async () => {
    const key = randomUUID()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => say(patents, undefined, key)))
    expect(new Set(outcomes.map(({ conversation }) => conversation)).size).toBe(1)
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0])
    expect(await turnsOf(outcomes[0]!.conversation)).toHaveLength(1)
  })

  test('under another key is another turn', async () => {
    const [first, second] = [await say(patents, undefined, randomUUID()), await say(patents, undefined, randomUUID())]
    expect(second.conversation).not.toBe(first.conversation)
    expect(second.replies[0]!.id).not.toBe(first.replies[0]!.id)
  })
})

describe('what people type of themselves', () => {
  const own = [
    '13812345678',
    '31010119900307123X',
    '6222021001122334455',
    'zhang.san@example.com',
    '021-58881234',
    'zhang_san88',
    '沪A12345',
  ]
  const typed = `我是张三，手机${own[0]}，身份证${own[1]}，卡号${own[2]}，邮箱${own[3]}，电话${own[4]}，微信${own[5]}，车牌${own[6]}，运营中心要多少件专利？`

  test('is masked in all that is kept', async () => {
    const { conversation, replies } = await say(typed)
    await say(`${own[0]}在名单里吗`, conversation)
    await post(`${url}/api/feedback`, { reply: replies[0]!.id, helpful: false, comment: `打我电话${own[0]}，找张三` })
    const kept = await Promise.all([
      turnsOf(conversation),
      db.selectFrom('conversation').selectAll().where('id', '=', conversation).execute(),
      db
        .selectFrom('reply')
        .innerJoin('turn', 'turn.id', 'reply.turn')
        .select('reply.body')
        .where('turn.conversation', '=', conversation)
        .execute(),
      db.selectFrom('feedback').selectAll().where('reply', '=', replies[0]!.id).execute(),
    ])
    const text = JSON.stringify(kept)
    expect(text).toContain('打我电话[手机号]，找[姓名]')
    expect(text).toContain(
      '我是[姓名]，手机[手机号]，身份证[证件号]，卡号[银行卡号]，邮箱[邮箱]，电话[电话]，微信[微信号]，车牌[车牌号]',
    )
    for (const number of own) expect(text, number).not.toContain(number)
  })

  test('is not the numbers that a notice prints', async () => {
    const { conversation, replies } = await say('2025年运营中心的联系电话021-23170420对吗？')
    expect(replies[0]!.text).toContain('23170420')
    expect((await turnsOf(conversation))[0]!.text).toContain('021-23170420')
    expect(await say('2025年运营中心的联系电话021-23170420对吗？', undefined, randomUUID())).toMatchObject({
      replies: [{ text: replies[0]!.text }],
    })
  })
})

describe('bad input', () => {
  const cases: [title: string, message: unknown][] = [
    ['nothing', ''],
    ['only blanks and controls', ' \u0000\u0007\n '],
    ['2001 characters', '问'.repeat(2001)],
    ['a number', 7],
  ]
  test.each(cases)('%s is refused with the place, and nothing of it is kept', async (_title, message) => {
    const count = () =>
      db
        .selectFrom('turn')
        .select(({ fn }) => fn.countAll<number>().as('turns'))
        .executeTakeFirst()
    const before = await count()
    const response = await post(`${url}/api/chat`, { message })
    expect(response.status).toBe(400)
    expect(await jsonOf(response)).toMatchObject({ errors: [{ path: 'message' }] })
    expect(await count()).toEqual(before)
  })

  test('control characters are taken out of a question, and 2000 characters are taken', async () => {
    const { conversation } = await say('2025年运营中心\u0000要多少件\u0007有效发明专利\u001b？')
    expect((await turnsOf(conversation))[0]!.text).toBe(patents)
    const long = await say(`${patents}${'请'.repeat(2000 - patents.length)}`)
    expect(long.replies).not.toEqual([])
  })

  test('half a surrogate pair is kept as the sign for what can’t be read', async () => {
    const { conversation } = await say(`${patents}\ud83d`)
    expect((await turnsOf(conversation))[0]!.text).toBe(`${patents}\ufffd`)
  })
})

describe('feedback', () => {
  test('is kept with the reply, the last word counting', async () => {
    const { replies } = await say(patents)
    const reply = replies[0]!.id
    for (const helpful of [true, false]) {
      expect((await post(`${url}/api/feedback`, { reply, helpful })).status).toBe(204)
    }
    const kept = await db.selectFrom('feedback').selectAll().where('reply', '=', reply).execute()
    expect(kept).toMatchObject([{ helpful: false, comment: null }])
  })

  test('on a reply that nobody gave is refused', async () => {
    const response = await post(`${url}/api/feedback`, { reply: randomUUID(), helpful: true })
    expect(response.status).toBe(404)
  })
})
