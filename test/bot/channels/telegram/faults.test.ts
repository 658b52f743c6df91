import { Api } from 'grammy'
import { describe, expect, onTestFinished, test } from 'vitest'
import { pause } from '../../../../bot/channels/telegram/pause.ts'
import { setUpBot } from '../../../../bot/channels/telegram/set-up-bot.ts'
import { post } from '../../../support/app.ts'
import { BotApiServer } from '../../../support/bot-api/bot-api-server.ts'
import { Refusal } from '../../../support/bot-api/refusal.ts'
import { openChannel, telegramAssistant, webhookSecret } from '../../../support/telegram.ts'

const assistant = await telegramAssistant()
const question = '2025年运营中心要多少件有效发明专利？'
const flooded = (seconds: number) => new Refusal(429, `Too Many Requests: retry after ${seconds}`, seconds)
const isOpen = () => assistant.db.selectFrom('telegram_update').select('id').where('done_at', 'is', null).execute()

describe('a call that fails for a while is made again, and its answer comes once', () => {
  const faults: [string, Refusal | 'cut' | 'no-code'][] = [
    ['the network', 'cut'],
    ['a gateway that answers without a code', 'no-code'],
    ['a server error', new Refusal(502, 'Bad Gateway')],
    ['a flood limit', flooded(1)],
  ]
  test.each(faults)('%s', async (_what, fault) => {
    const { person, api } = await openChannel(assistant)
    const somebody = person()
    api.fail('sendMessage', fault, { chat: somebody.chat, times: 2 })
    await somebody.ask(question)
    expect((await somebody.ask('/help'))[0]!.text).toContain('我是知询')
    expect(somebody.heard.map(({ text }) => text.slice(0, 4))).toHaveLength(2)
  })
})

test('a flood limit of one chat is obeyed to the second, and holds up no other', async () => {
  const { person, api } = await openChannel(assistant)
  const [flood, other] = [person(), person()]
  api.fail('sendMessage', flooded(2), { chat: flood.chat })
  flood.say(question)
  await api.until(() => api.callsOf('sendMessage', flood.chat).length === 1)
  await other.ask(question)
  expect(flood.heard).toEqual([])
  await flood.hear(1)
  const [refused, sent] = api.callsOf('sendMessage', flood.chat)
  expect(sent!.at - refused!.at).toBeGreaterThanOrEqual(2_000)
})

test('a person who has blocked the bot is no error, and is answered again after coming back', async () => {
  const { person, api, log } = await openChannel(assistant)
  const somebody = person()
  api.chats.blocked.add(somebody.chat)
  somebody.say(question)
  await api.until(() => api.callsOf('sendMessage', somebody.chat).length === 1)
  await expect.poll(isOpen).toEqual([])
  api.chats.blocked.clear()
  expect((await somebody.ask('/help'))[0]!.text).toContain('我是知询')
  expect(log.join('')).not.toMatch(/failed|refused/)
})

test('a message that Telegram refuses is logged without its words, and the next one is answered', async () => {
  const { person, api, log } = await openChannel(assistant)
  const somebody = person()
  api.fail('sendMessage', new Refusal(400, 'Bad Request: no such thing: 有效发明专利'), { chat: somebody.chat })
  somebody.say(question)
  await somebody.ask('/help')
  expect(somebody.heard).toHaveLength(1)
  const refusals = log.filter((line) => line.includes('telegram refused'))
  expect(refusals.map((line) => JSON.parse(line))).toMatchObject([{ method: 'sendMessage', code: 400 }])
  expect(log.join('')).not.toContain('有效发明专利')
})

test('a fault of our own is told with an apology, and logged without what was typed', async () => {
  const { conversation } = assistant.services
  const take: typeof conversation.take = (turn) =>
    turn.text === '出错' ? Promise.reject(new TypeError('出错 is not a function')) : conversation.take(turn)
  const { person, log } = await openChannel(assistant, { services: { conversation: { take } } })
  const somebody = person()
  const [apology] = await somebody.ask('出错')
  expect(apology!.text).toContain('抱歉')
  await somebody.ask('/help')
  expect(somebody.heard).toHaveLength(2)
  expect(log.filter((line) => line.includes('update failed'))).toHaveLength(1)
  expect(log.join('')).not.toContain('出错')
  expect(log.join('')).not.toContain(BotApiServer.token)
})

test('a database that is away for a while delays an answer, and loses none', async () => {
  const { conversation } = assistant.services
  let left = 2
  const take: typeof conversation.take = async (turn) => {
    if ((left -= 1) >= 0) throw Object.assign(new Error('terminating connection'), { code: '57P01' })
    return conversation.take(turn)
  }
  const { person } = await openChannel(assistant, { services: { conversation: { take } } })
  const [answer] = await person().ask(question)
  expect(answer!.text).toContain('100件')
})

describe('the webhook', () => {
  const update = { update_id: 1, message: { message_id: 1, date: 1, chat: { id: 1, type: 'private' }, text: '你好' } }
  const secretIn = (secret: string) => ({ 'x-telegram-bot-api-secret-token': secret })
  const cases: { what: string; headers: Record<string, string>; body: unknown; status: number }[] = [
    { what: 'no secret', headers: {}, body: update, status: 401 },
    { what: 'a wrong secret', headers: secretIn('wrong'), body: update, status: 401 },
    { what: 'a beginning of the secret', headers: secretIn(webhookSecret.slice(0, -1)), body: update, status: 401 },
    { what: 'the secret, but no update', headers: secretIn(webhookSecret), body: { a: 1 }, status: 400 },
    { what: 'the secret, but no JSON', headers: secretIn(webhookSecret), body: '{', status: 400 },
  ]
  test.each(cases)('answers $what with $status, and takes nothing', async ({ headers, body, status }) => {
    const { url, api } = await openChannel(assistant, { webhook: true })
    const response = await post(`${url}/telegram`, body, headers)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(api.callsOf('sendMessage')).toEqual([])
    expect(await assistant.db.selectFrom('telegram_update').select('id').where('id', '=', 1).execute()).toEqual([])
  })

  test('answers 503 once it has ended, so that Telegram delivers again', async () => {
    const { url, telegram } = await openChannel(assistant, { webhook: true })
    await telegram.close()
    expect((await post(`${url}/telegram`, update, secretIn(webhookSecret))).status).toBe(503)
  })

  test('is no address where Telegram is polled', async () => {
    const { url } = await openChannel(assistant)
    expect((await post(`${url}/telegram`, update, secretIn(webhookSecret))).status).toBe(404)
  })

  test('takes a message larger than people can send to the chat page', async () => {
    const { person } = await openChannel(assistant, { webhook: true })
    const somebody = person()
    somebody.say('/help', { quote: { text: '字'.repeat(40_000), position: 0 } })
    expect((await somebody.hear(1))[0]!.text).toContain('我是知询')
  })
})

describe('connecting', () => {
  test('registers commands in Chinese and English, and says that it is up', async () => {
    const { api, told } = await openChannel(assistant)
    await api.until(() => api.menuButton !== undefined)
    expect(told).toEqual(['Telegram @zhixun_test_bot（长轮询）'])
    expect(api.commands.get('')).toContainEqual({ command: 'check', description: '对照申报条件自查' })
    expect(api.commands.get('en')).toContainEqual({ command: 'skip', description: 'Skip a question' })
    expect(api.menuButton).toEqual({ type: 'commands' })
  })

  test('where the pages are at https, the menu button opens the chat page', async () => {
    const api = await new BotApiServer().open()
    onTestFinished(() => api.close())
    const failures: unknown[] = []
    const bot = new Api(BotApiServer.token, { apiRoot: api.root })
    await setUpBot(bot, 'https://zhixun.example', (error) => failures.push(error))
    expect(api.menuButton).toEqual({ type: 'web_app', text: '网页问答', web_app: { url: 'https://zhixun.example/' } })
    expect(failures).toEqual([])
  })

  test('a set-up that Telegram refuses stops nothing', async () => {
    const prepare = (api: BotApiServer) => api.unknown.add('setMyCommands').add('setChatMenuButton')
    const { person } = await openChannel(assistant, { prepare })
    await person().ask('/help')
  })

  test('a Telegram that can not be reached at the start is tried again', async () => {
    const prepare = (api: BotApiServer) => api.fail('getMe', 'cut', { times: 2 })
    const { person, told } = await openChannel(assistant, { prepare })
    await person().ask('/help')
    expect(told).toEqual(['暂时连不上 Telegram，后台继续尝试；网页不受影响。', 'Telegram @zhixun_test_bot（长轮询）'])
  })

  test('a token that Telegram refuses ends the channel, and nothing else', async () => {
    const { api, told, url } = await openChannel(assistant, { token: '42:WRONG' })
    await expect.poll(() => told).toEqual([expect.stringContaining('TELEGRAM_BOT_TOKEN')])
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    await pause(700, new AbortController().signal)
    expect(api.calls).toHaveLength(1)
  })

  test('another program that polls with the same token is told of, and does not end the channel', async () => {
    const { api, told, person } = await openChannel(assistant)
    await api.until(() => api.callsOf('deleteWebhook').length === 1)
    api.fail('getUpdates', new Refusal(409, 'Conflict: terminated by other getUpdates request'))
    await person().ask('/help')
    await person().ask('/help')
    expect(told.filter((line) => line.includes('409'))).toHaveLength(1)
  })
})
