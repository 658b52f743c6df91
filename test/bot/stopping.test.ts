import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { lockDirectory } from '../../knowledge/database/directory-lock.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { type Behaviour, choosing, startModelEndpoint, unhelpful } from '../support/model-endpoint.ts'
import { databaseEnvironment, runCommand } from '../support/run-command.ts'
import { chatPage } from '../support/start-command.ts'

// Real processes and real passwords take long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const database = await testDatabaseOptions()
const env = { ...databaseEnvironment(database), PORT: '0' }
const question = '2025年运营中心要多少件有效发明专利？'
/** Of this a model is asked. */
const unsure = '医院得有多少专利在手上？'

/** Starts the assistant, with a model that behaves as it is told where one is given. */
async function start(behaviour?: Behaviour) {
  const endpoint = behaviour && (await startModelEndpoint(behaviour))
  const model = endpoint && { OPENAI_API_KEY: 'key', OPENAI_BASE_URL: endpoint.url, OPENAI_MODEL: 'picker' }
  const running = runCommand('start', { ...env, ...model })
  const [, url = ''] = await running.until(chatPage)
  return { ...running, url, endpoint }
}

const keptAlive = () => new Agent({ keepAlive: true, maxSockets: 1 })

/** Asks over a connection that is kept alive; resolves with the answer once its head is there. */
async function ask(
  url: string,
  agent: Agent,
  accept = 'application/json',
  message = question,
): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json', accept }
  const sent = request(`${url}/api/chat`, { method: 'POST', agent, headers })
  sent.end(JSON.stringify({ message }))
  const [response] = (await once(sent, 'response')) as [IncomingMessage]
  return response
}

async function socketTo(url: string): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  return socket
}

describe('npm start ends with its port and its data free', () => {
  const ways: [string, NodeJS.Signals, (pid: number, signal: NodeJS.Signals) => unknown][] = [
    ['when npm alone gets SIGTERM', 'SIGTERM', (pid, signal) => process.kill(pid, signal)],
    ['when the whole group gets SIGTERM', 'SIGTERM', (pid, signal) => process.kill(-pid, signal)],
    ['when the whole group gets Ctrl-C', 'SIGINT', (pid, signal) => process.kill(-pid, signal)],
  ]
  test.each(ways)(
    '%s',
    async (_way, signal, send) => {
      const { PATH = '', HOME = '' } = process.env
      const cwd = join(import.meta.dirname, '../..')
      const npm = spawn('npm', ['start'], { cwd, env: { PATH, HOME, ...env }, detached: true })
      onTestFinished(() => {
        try {
          process.kill(-npm.pid!, 'SIGKILL')
        } catch {
          // All of the group has ended, as it should.
        }
      })
      let printed = ''
      npm.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
      await expect.poll(() => chatPage.test(printed), { timeout: 60_000 }).toBe(true)
      const url = chatPage.exec(printed)![1]!
      expect((await fetch(`${url}/healthz`)).status).toBe(200)
      const ended = once(npm, 'exit')
      send(npm.pid!, signal)
      expect(await ended).toEqual([0, null])
      await expect(fetch(`${url}/healthz`)).rejects.toThrow()
      await (
        await lockDirectory(database.dataDir)
      )()
    },
    120_000,
  )
})

test('at the signal /readyz says no at once, while requests are answered and told to close their connection', async () => {
  const { child, url, ended } = await start()
  expect((await fetch(`${url}/readyz`)).status).toBe(200)
  child.kill('SIGTERM')
  await expect.poll(async () => (await fetch(`${url}/readyz`)).status, { interval: 20 }).toBe(503)
  const agent = keptAlive()
  const answer = await ask(url, agent)
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close'])
  expect(await text(answer)).toContain('100件')
  expect(await ended).toBe(0)
})

test('twenty clients in the middle of an answer get all of it, and then their connection is closed', async () => {
  const held: Behaviour = async (asked, response) => {
    await pause(1_200)
    return choosing(unhelpful)(asked, response)
  }
  const { child, url, ended, endpoint } = await start(held)
  const agents = Array.from({ length: 20 }, keptAlive)
  onTestFinished(() => agents.forEach((agent) => agent.destroy()))
  // What is worked out once is there before the twenty come: a model is asked only while there is time.
  await (await ask(url, agents[0]!)).resume().toArray()
  await Promise.all(agents.map(async (agent) => (await ask(url, agent, undefined, '你好')).resume().toArray()))
  const clients = agents.map(async (agent, at) => {
    const answer = await ask(url, agent, undefined, `${unsure}${'？'.repeat(at)}`)
    const closed = once(answer.socket, 'close')
    return { status: answer.statusCode, body: await text(answer), isClosedCleanly: (await closed)[0] === false }
  })
  await expect.poll(() => endpoint!.asked.length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  child.kill('SIGTERM')
  const got = await Promise.all(clients)
  expect(got.map(({ status }) => status)).toEqual(got.map(() => 200))
  for (const { body } of got) expect(body).toContain('100件')
  expect(got.filter(({ isClosedCleanly }) => !isClosedCleanly)).toEqual([])
  expect(await ended).toBe(0)
})

test('clients that ask without a pause over connections kept alive are never reset', async () => {
  const { child, url, ended } = await start()
  let isSignalled = false
  let asked = 0
  const clients = Array.from({ length: 20 }, async () => {
    const agent = keptAlive()
    for (;;) {
      const sent = request(`${url}/api/notices`, { agent })
      sent.end()
      const [answer] = (await once(sent, 'response')) as [IncomingMessage]
      await answer.resume().toArray()
      asked++
      if (answer.statusCode !== 200) return `status ${answer.statusCode}`
      if (answer.headers.connection === 'close') return isSignalled ? 'told to close' : 'told too soon'
    }
  })
  await expect.poll(() => asked, { timeout: 60_000 }).toBeGreaterThan(60)
  isSignalled = true
  child.kill('SIGTERM')
  expect(await Promise.all(clients.map((client) => client.catch(String)))).toEqual(clients.map(() => 'told to close'))
  expect(await ended).toBe(0)
})

test('an answer that waits for a model comes to its end, also as a stream', async () => {
  const held: Behaviour = async (asked, response) => {
    await pause(1_200)
    return choosing(unhelpful)(asked, response)
  }
  const { child, url, ended, endpoint } = await start(held)
  await (await ask(url, keptAlive())).resume().toArray()
  // Words of its own: what was picked for others' is kept, and is not asked for again.
  const answer = ask(url, keptAlive(), 'text/event-stream', `请问${unsure}`)
  await expect.poll(() => endpoint!.asked.length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0)
  child.kill('SIGTERM')
  expect(await text(await answer)).toMatch(/event: reply[^]+event: done/)
  expect(await ended).toBe(0)
})

describe('half a request does not hold up the end', () => {
  const head = 'POST /api/chat HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'
  const halves: [string, string][] = [
    ['a head without its end', head],
    ['a body without its end', `${head}content-length: 100\r\n\r\n{"message": "`],
    ['nothing at all', ''],
  ]
  test.each(halves)('%s', async (_what, half) => {
    const { child, url, ended } = await start()
    const socket = await socketTo(url)
    socket.write(half)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    const began = performance.now()
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

test('a second signal ends it at once, whatever is under way', async () => {
  const { child, url, ended } = await start()
  const half = await socketTo(url)
  half.write('POST /api/chat HTTP/1.1\r\n')
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  child.kill('SIGTERM')
  await pause(700)
  child.kill('SIGTERM')
  expect(await ended).toBe(1)
})
