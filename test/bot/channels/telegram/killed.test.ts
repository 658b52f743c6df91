import { randomInt } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { mostCalls } from '../../../../bot/channels/telegram/call-limits.ts'
import { BotApiServer } from '../../../support/bot-api/bot-api-server.ts'
import { buttonsOf, Person } from '../../../support/bot-api/person.ts'
import { testDatabaseOptions } from '../../../support/database.ts'
import { databaseEnvironment, runCommand } from '../../../support/run-command.ts'

const database = databaseEnvironment(await testDatabaseOptions())
const people = 40
const up = /Telegram @zhixun_test_bot（长轮询）/

async function openServer(): Promise<{ api: BotApiServer; env: Record<string, string> }> {
  const api = await new BotApiServer().open()
  onTestFinished(() => api.close())
  const env = { ...database, PORT: '0', TELEGRAM_BOT_TOKEN: BotApiServer.token, TELEGRAM_API_ROOT: api.root }
  return { api, env }
}

test('killed in the middle, again and again, it answers each update once and in order', async () => {
  const { api, env } = await openServer()
  api.delivery.repeats = 3
  const crowd = Array.from({ length: people }, (_, at) => new Person(api, 90_000 + at))
  const answers = () => crowd.reduce((count, { heard }) => count + heard.length, 0)

  let running = runCommand('start', env)
  await running.until(up)
  for (const somebody of crowd) ['你好', '/check', '/help'].forEach((text) => somebody.say(text))
  const ends = [0.15, 0.4, 0.7]
  for (const share of ends) {
    await api.until(() => answers() >= people * 3 * share, { ms: 60_000 })
    await new Promise((resolve) => setTimeout(resolve, randomInt(15)))
    running.child.kill('SIGKILL')
    await running.ended
    running = runCommand('start', env)
  }
  await api.until(() => crowd.every(({ heard }) => heard.at(-1)?.text.startsWith('我是知询')), { ms: 60_000 })
  running.child.kill('SIGTERM')
  expect(await running.ended).toBe(0)

  const said = crowd.map(({ heard }) => withoutDoubles(heard.map(({ text }) => text.slice(0, 4))))
  for (const texts of said) expect(texts).toEqual(['您好，我', '请选择要', '我是知询'])
  // Only what Telegram took in the very moment of an end, so that its word was lost, comes twice: the calls under way.
  expect(answers() - people * 3).toBeLessThanOrEqual(mostCalls * ends.length)
}, 120_000)

/** One after the other the same words: the only double that a crash may leave. */
const withoutDoubles = (texts: string[]): string[] => texts.filter((text, at) => text !== texts[at - 1])

test('after a restart there is still one card, and the one before has no buttons', async () => {
  const { api, env } = await openServer()
  const somebody = new Person(api, 94_000)
  let running = runCommand('start', env)
  await running.until(up)
  const restart = async () => {
    // What came before a press that has been answered is done with.
    const answered = api.callsOf('answerCallbackQuery').length
    somebody.press('为什么问')
    await api.until(() => api.callsOf('answerCallbackQuery').length > answered)
    running.child.kill('SIGKILL')
    await running.ended
    running = runCommand('start', env)
    await running.until(up)
  }
  const cards = () => somebody.heard.filter((one) => buttonsOf(one).includes('为什么问'))
  await somebody.ask('/check university-center-2022')
  await api.until(() => cards().length === 1)
  await restart()
  await somebody.ask('是')
  await api.until(() => cards().length === 1)
  const [second] = cards()
  await restart()
  somebody.press('是', second)
  const now = () => somebody.heard.find(({ message_id }) => message_id === second!.message_id)!
  await api.until(() => now().text !== second!.text)
  expect(cards()).toEqual([now()])
  await restart()
  await somebody.ask('/delete')
  somebody.press('全部删除')
  await api.until(() => cards().length === 0)
  running.child.kill('SIGTERM')
  expect(await running.ended).toBe(0)
}, 120_000)

test('the line of the channel is printed, and an end in order leaves nothing said', async () => {
  const { api, env } = await openServer()
  const running = runCommand('start', env)
  await running.until(up)
  const [answer] = await new Person(api, 95_000).ask('2025年运营中心要多少件有效发明专利？')
  expect(answer!.text).toContain('100件')
  running.child.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  expect(running.printed.err).toBe('')
  expect(running.printed.out + running.printed.err).not.toContain(BotApiServer.token)
})

test('a token that Telegram refuses leaves the pages as they are', async () => {
  const { env } = await openServer()
  const running = runCommand('start', { ...env, TELEGRAM_BOT_TOKEN: '42:WRONG' })
  const [, url] = await running.until(/问答页面 (http:\S+)\//)
  await expect.poll(() => running.printed.err, { timeout: 10_000 }).toContain('TELEGRAM_BOT_TOKEN')
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(running.printed.err).not.toContain('WRONG')
})
