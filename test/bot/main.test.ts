import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { jsonOf, post } from '../support/app.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { databaseEnvironment, runCommand } from '../support/run-command.ts'
import { chatPage } from '../support/start-command.ts'

const database = await testDatabaseOptions()
const env = { ...databaseEnvironment(database), PORT: '0' }

describe('npm start', () => {
  test('indexes the notices, prints where the pages are, answers, and ends in order when it is told to', async () => {
    const { child, until, ended, printed } = runCommand('start', env)
    const [, url] = await until(chatPage)
    expect(printed.out).toContain('收录通知 5 份，本次建立索引 5 份')
    expect(printed.out).toContain(`${url}/programmes`)
    for (const path of ['/', '/programmes', '/healthz', '/readyz'])
      expect((await fetch(`${url}${path}`)).status).toBe(200)
    const said = await jsonOf(post(`${url}/api/chat`, { message: '2025年运营中心要多少件有效发明专利？' }))
    expect(said.replies[0].text).toContain('100件')
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(printed.err).toBe('')
  })

  test('indexes nothing the second time, and ends at Ctrl-C too', async () => {
    const { child, until, ended, printed } = runCommand('start', env)
    await until(chatPage)
    expect(printed.out).toContain('收录通知 5 份，本次建立索引 0 份')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })
})

test('notices are managed while it runs, and in use at once', async () => {
  const { child, until, ended } = runCommand('start', env)
  const [, url] = await until(chatPage)
  const status = async () => (await fetch(`${url}/notices/special-action-2024`)).status
  expect(await status()).toBe(200)
  const removing = runCommand('notices', env, { args: ['remove', 'special-action-2024'] })
  expect(await removing.ended).toBe(0)
  await expect.poll(status, { timeout: 15_000 }).toBe(404)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
})

describe('what stops the start is told in one line', () => {
  test('a malformed variable, by its name and what it takes', async () => {
    const { ended, printed } = runCommand('start', { ...env, PORT: 'eighty' })
    expect(await ended).toBe(78)
    expect(printed).toEqual({ out: '', err: 'PORT takes a whole number from 0 to 65535\n' })
  })

  test('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { ended, printed } = runCommand('start', { ...env, PORT: String(port) })
    expect(await ended).toBe(1)
    expect(printed.err).toMatch(new RegExp(`^HOST, PORT: listen EADDRINUSE.*:${port}\\n$`))
  })

  test('a directory that is a file', async () => {
    const { ended, printed } = runCommand('start', { PORT: '0', DATA_DIR: import.meta.filename })
    expect(await ended).toBe(1)
    expect(printed.err).toMatch(/^DATA_DIR: .*\n$/)
  })
})
