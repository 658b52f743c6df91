import { expect, test } from 'vitest'
import { telegramAssistant } from '../../../support/telegram.ts'
import { openApiServer } from '../../../support/wechat/api-server.ts'
import { openWeChat } from '../../../support/wechat/wechat.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'
const appSecret = 's'.repeat(32)
/** The machine may be busy with others. */
const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 30_000 })
const create = '/cgi-bin/menu/create'
const send = '/cgi-bin/message/custom/send'
const noMenu = 46003

test('an account without a menu is given one, each name as short as WeChat wants it', async () => {
  const api = await openApiServer({ '/cgi-bin/menu/get': [noMenu] })
  const { told } = await openWeChat(assistant, {
    config: { appSecret, apiRoot: api.root },
    publicUrl: 'https://z.example',
  })
  await eventually(() => told.join()).toContain('已设好')
  const [call] = api.of(create)
  const { button } = call!.body as { button: Record<string, unknown>[] }
  expect(button).toHaveLength(3)
  expect(button[0]).toEqual({ type: 'click', name: '申报自查', key: '/check' })
  expect(button[2]).toMatchObject({ name: '更多', sub_button: [{}, {}, { type: 'view', url: 'https://z.example/' }] })
  for (const { name } of button) expect(Buffer.byteLength(name as string)).toBeLessThanOrEqual(16)
})

test('a menu that somebody made stays as it is', async () => {
  const api = await openApiServer()
  await openWeChat(assistant, { config: { appSecret, apiRoot: api.root } })
  await eventually(() => api.of('/cgi-bin/menu/get')).toHaveLength(1)
  expect(api.of(create)).toEqual([])
})

const faults: [string, Record<string, number[]>, string, RegExp][] = [
  [
    'a right that the account has not',
    { '/cgi-bin/menu/get': [48001] },
    appSecret,
    /设置菜单没有成功（errcode 48001）/,
  ],
  ['a wrong secret', {}, 'w'.repeat(32), /errcode 40125/],
]
test.each(faults)('%s is told of, and answers go on', async (_what, codes, secret, line) => {
  const api = await openApiServer(codes)
  const { told, account } = await openWeChat(assistant, { config: { appSecret: secret, apiRoot: api.root } })
  await eventually(() => told.join()).toMatch(line)
  expect(told.join()).not.toContain(secret)
  expect(await account.person().say(question)).toContain('100件')
})

test('an API that is away is told of without the secret', async () => {
  const { told } = await openWeChat(assistant, { config: { appSecret, apiRoot: 'http://127.0.0.1:9' } })
  await eventually(() => told.join()).toContain('连不上微信接口')
  expect(told.join()).not.toContain(appSecret)
})

test('an answer that nobody waits for any more is sent once, with a fresh token where the old one is worthless', async () => {
  const api = await openApiServer()
  const answer = Promise.withResolvers<void>()
  const { take } = assistant.services.conversation
  const { account } = await openWeChat(assistant, {
    config: { appSecret, apiRoot: api.root },
    hangUpMs: 600,
    pace: { answerMs: 300 },
    services: { conversation: { take: (turn, ...rest) => answer.promise.then(() => take(turn, ...rest)) } },
  })
  const person = account.person()
  expect(await person.say(question)).toContain('查好就发给您')
  api.renew()
  answer.resolve()
  await eventually(() => api.of(send)).toHaveLength(2)
  const { touser, msgtype, text } = api.of(send)[1]!.body as {
    touser: string
    msgtype: string
    text: { content: string }
  }
  expect({ touser, msgtype }).toEqual({ touser: person.openid, msgtype: 'text' })
  expect(text.content).toContain('100件')
})
