import { expect, test } from 'vitest'
import { testDatabaseOptions } from '../../../support/database.ts'
import { databaseEnvironment, runCommand } from '../../../support/run-command.ts'
import { chatPage } from '../../../support/start-command.ts'
import { fault, OfficialAccount, setup } from '../../../support/wechat/official-account.ts'

const database = databaseEnvironment(await testDatabaseOptions())
const env = { ...database, WECHAT_TOKEN: setup.token, WECHAT_APP_ID: setup.appId, WECHAT_AES_KEY: setup.aesKey }
const people = 30

test('killed in the middle it answers every message once it runs again, as WeChat sends them again', async () => {
  const port = String(39_000 + (process.pid % 900))
  let running = runCommand('start', { ...env, PORT: port })
  const [, url] = await running.until(chatPage)
  await running.until(/微信公众号 \/wechat（安全模式）/)
  const isBack = Promise.withResolvers<void>()
  const account = new OfficialAccount(url!, { ...setup, hangUpMs: 30_000, beforeAgain: () => isBack.promise })
  const crowd = Array.from({ length: people }, () => account.person())
  const answers = crowd.map((person) => person.say('/help'))
  await Promise.race(answers)
  running.child.kill('SIGKILL')
  await running.ended
  running = runCommand('start', { ...env, PORT: port })
  await running.until(chatPage)
  isBack.resolve()
  // On a busy machine some are told where to find their answer.
  const found = async (at: number) => {
    let text = (await answers[at])!
    while (text.includes('多查一会儿')) text = await crowd[at]!.tap('看答复')
    return text
  }
  const said = await Promise.all(crowd.map((_, at) => found(at)))
  expect(said.filter((text) => text === fault)).toEqual([])
  expect(said.every((text) => text.includes('我是知询'))).toBe(true)
  running.child.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  expect(running.printed.out + running.printed.err).not.toMatch(new RegExp(`${setup.token}|${setup.aesKey}`))
}, 120_000)
