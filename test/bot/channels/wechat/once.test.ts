import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { AppServices, Outcome } from '../../../../bot/app-services.ts'
import { telegramAssistant } from '../../../support/telegram.ts'
import { account as to, newId, xmlOf } from '../../../support/wechat/official-account.ts'
import { openWeChat, type WeChatOptions } from '../../../support/wechat/wechat.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'
const hangUpMs = 1_500
const quick: WeChatOptions = { hangUpMs, pace: { answerMs: 1_000, holdMs: 3_000 } }
type Take = AppServices['conversation']['take']

/** The conversation, each first turn of which is held up. `taken` are the ids in the order they came. */
function held(how: (turn: number) => Promise<unknown>) {
  const taken: string[] = []
  const { take } = assistant.services.conversation
  const heldTake: Take = async (turn, ...rest): Promise<Outcome> => {
    taken.push(turn.id)
    await how(taken.length)
    return take(turn, ...rest)
  }
  return { taken, services: { conversation: { take: heldTake } } }
}

test('a message that comes three times at once is taken once, and each request has the same answer', async () => {
  const { taken, services } = held(() => pause(100))
  const { account } = await openWeChat(assistant, { isPlain: true, services })
  const message = xmlOf(account.person().message({ MsgType: 'text', Content: question, MsgId: newId() }))
  const answers = await Promise.all([1, 2, 3].map(() => account.post(message)))
  expect(answers[0]).toContain('100件')
  expect(new Set(answers.map((answer) => answer?.replace(/<CreateTime>\d+/, '')))).toHaveLength(1)
  expect(taken).toHaveLength(1)
  // Long after, too.
  expect(await account.post(message)).toContain('100件')
  expect(taken).toHaveLength(1)
})

test('an answer that takes longer than one request is given to the next', async () => {
  const { taken, services } = held(() => pause(hangUpMs + 500))
  const { account } = await openWeChat(assistant, { ...quick, services })
  const id = newId()
  expect(await account.person().say(question, id)).toContain('100件')
  expect(account.requests.get(id)).toBe(2)
  expect(taken).toHaveLength(1)
})

test('an answer that takes longer than all three is fetched by a link, and made once', async () => {
  const answer = Promise.withResolvers<void>()
  const { taken, services } = held((turn) => (turn === 1 ? answer.promise : Promise.resolve()))
  const { account } = await openWeChat(assistant, { ...quick, services })
  const person = account.person()
  expect(await person.say(question)).toMatch(/^这个问题要多查一会儿/)
  const tapped = person.tap('看答复')
  answer.resolve()
  expect(await tapped).toContain('100件')
  expect(new Set(taken)).toHaveLength(1)
})

test('what was asked is still answered where the process has ended meanwhile, and is then kept no longer', async () => {
  const { services } = held(() => new Promise(() => undefined))
  const first = await openWeChat(assistant, { ...quick, services })
  const person = first.account.person()
  await person.say(question)
  const second = await openWeChat(assistant, quick)
  const again = second.account.person(person.openid)
  again.heard.push(...person.heard)
  expect(await again.tap('看答复')).toContain('100件')
  const row = await assistant.db
    .selectFrom('chat')
    .selectAll()
    .where('chat', '=', person.openid)
    .executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain('发明专利')
})

test('the third request is known by WeChat’s own clock where the others went to another process', async () => {
  const { services } = held(() => pause(4_000))
  const { account } = await openWeChat(assistant, { ...quick, isPlain: true, services })
  const at = Math.floor(Date.now() / 1000)
  const message = {
    ToUserName: to,
    FromUserName: 'o77',
    CreateTime: at,
    MsgType: 'text',
    Content: question,
    MsgId: newId(),
  }
  const headers = { 'content-type': 'text/xml' }
  const response = await fetch(account.address({}, at + 10), { method: 'POST', headers, body: xmlOf(message) })
  expect(await response.text()).toContain('要多查一会儿')
})

test('two processes that get the same message answer the same', async () => {
  const [one, two] = [await openWeChat(assistant, { isPlain: true }), await openWeChat(assistant, { isPlain: true })]
  const message = xmlOf(one.account.person().message({ MsgType: 'text', Content: question, MsgId: newId() }))
  const answers = await Promise.all([one.account.post(message), two.account.post(message)])
  expect(answers[0]).toContain('100件')
  expect(answers[0]!.replace(/<CreateTime>\d+/, '')).toBe(answers[1]!.replace(/<CreateTime>\d+/, ''))
})

describe('what goes wrong is never the fault message', () => {
  const outage = Object.assign(new Error('away'), { code: 'ECONNREFUSED' })

  test('a database that comes back in time costs nothing', async () => {
    const { services } = held((turn) => (turn === 1 ? Promise.reject(outage) : Promise.resolve()))
    const { account } = await openWeChat(assistant, { ...quick, services })
    expect(await account.person().say(question)).toContain('100件')
  })

  test('a database that stays away is told of in words', async () => {
    const { services } = held(() => Promise.reject(outage))
    const { account } = await openWeChat(assistant, { ...quick, services })
    expect(await account.person().say(question)).toContain('暂时答不了')
  })

  test('a defect is told of at once, and logged without words', async () => {
    const { services } = held(() => Promise.reject(new Error('of 发明专利')))
    const { account, log } = await openWeChat(assistant, { ...quick, services })
    const id = newId()
    expect(await account.person().say(question, id)).toContain('出了错')
    expect(account.requests.get(id)).toBe(1)
    expect(log.join('')).toContain('wechat message failed')
    expect(log.join('')).not.toContain('发明专利')
  })
})

test('messages of one person are answered in their order, those of others do not wait', async () => {
  const first = Promise.withResolvers<void>()
  const { taken, services } = held((turn) => (turn === 1 ? first.promise : Promise.resolve()))
  const { account } = await openWeChat(assistant, { services })
  const [slow, other] = [account.person(), account.person()]
  const answers = [slow.say('/check'), pause(50).then(() => slow.say('/help'))]
  await expect.poll(() => taken.length, { timeout: 30_000 }).toBe(1)
  expect(await other.say('/help')).toContain('我是知询')
  first.resolve()
  expect(await Promise.all(answers)).toEqual([expect.stringContaining('请选择'), expect.stringContaining('我是知询')])
})

test('once it ends it takes nothing more', async () => {
  const { account, channel } = await openWeChat(assistant, { isPlain: true })
  await channel.close()
  expect(await account.post(xmlOf({}))).toContain('503')
})
