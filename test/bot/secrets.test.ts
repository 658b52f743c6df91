import type { ServerResponse } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { explainFailure } from '../../bot/explain-failure.ts'
import { hideSecrets } from '../../bot/hide-secrets.ts'
import { post } from '../support/app.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { startModelEndpoint } from '../support/model-endpoint.ts'
import { databaseEnvironment, runCommand } from '../support/run-command.ts'
import { chatPage } from '../support/start-command.ts'

const key = 'sk-live"/+4711=äöü'
const latinKey = 'sk-live-"/+4711=='

describe('a secret is taken out of a text', () => {
  const cases: [what: string, text: string][] = [
    ['as it is', `refused: ${key}`],
    ['time and again', `${key}${key} ${key}`],
    ['in an address', `GET /?key=${encodeURIComponent(key)}`],
    ['in JSON', JSON.stringify({ key })],
    ['in a basic authorization', `Basic ${Buffer.from(key).toString('base64')}`],
    ['in a message of several lines', `no\n    at ${key} (x.ts:1:1)`],
  ]
  test.each(cases)('%s', (_, text) => {
    const hidden = hideSecrets(text, [key])
    expect(hidden).toContain('[secret]')
    expect(hidden).not.toMatch(/4711|c2stbGl2/u)
    const error = new TypeError(text)
    expect(explainFailure(error, [key])).toMatch(/TypeError: [^]*\[secret\]/u)
    expect(explainFailure(error, [key])).not.toMatch(/4711|c2stbGl2/u)
    expect(explainFailure(text, [key])).not.toMatch(/4711|c2stbGl2/u)
  })

  test('but nothing so short that it is a word', () => {
    expect(hideSecrets('a b c', ['a', 'b'])).toBe('a b c')
  })

  test('and one that holds another goes as a whole', () => {
    expect(hideSecrets('x secret-two y', ['secret', 'secret-two'])).toBe('x [secret] y')
  })
})

describe('an endpoint that repeats what it is sent', () => {
  const repeat = (headers: Record<string, unknown>, response: ServerResponse) =>
    void response
      .writeHead(401, { 'content-type': 'application/json' })
      .end(
        JSON.stringify({ error: { message: `Incorrect API key provided\n    at ${String(headers.authorization)}` } }),
      )

  test('gets no key into what is printed, logged, counted or answered', { timeout: 60_000 }, async () => {
    const database = await testDatabaseOptions()
    const endpoint = await startModelEndpoint(({ headers }, response) => repeat(headers, response), afterAll)
    const secrets = { OPENAI_API_KEY: latinKey, SESSION_SECRET: 'session-secret-'.repeat(3) }
    const { child, until, ended, printed } = runCommand('start', {
      ...databaseEnvironment(database),
      ...secrets,
      PORT: '0',
      OPENAI_BASE_URL: endpoint.url,
      OPENAI_MODEL: 'm',
    })
    const [, url] = await until(chatPage)
    const answer = await (await post(`${url}/api/chat`, { message: '医院得有多少专利在手上？' })).text()
    await expect.poll(() => endpoint.asked.length, { timeout: 20_000 }).toBeGreaterThan(0)
    const shown = [answer, await (await fetch(`${url}/metrics`)).text(), await (await fetch(`${url}/readyz`)).text()]
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(endpoint.asked[0]!.headers.authorization).toBe(`Bearer ${latinKey}`)
    for (const secret of Object.values(secrets))
      expect([printed.err, printed.out, ...shown].join('\n')).not.toContain(secret)
  })
})

describe('a password of the database', () => {
  test.each(['postgres://app:hunter-22@127.0.0.1:9/app', 'postgres://app:hunter-22@hunter-22/app'])(
    'is not printed where %s can’t be reached',
    async (DATABASE_URL) => {
      for (const [command, args] of [
        ['start', []],
        ['notices', ['list']],
        ['staff', ['list']],
      ] as const) {
        const { ended, printed } = runCommand(command, { DATABASE_URL, PORT: '0' }, { args: [...args] })
        expect(await ended).toBe(1)
        expect(printed.err).toMatch(/^DATABASE_URL: /u)
        expect(`${printed.err}${printed.out}`).not.toContain('hunter-22')
      }
    },
  )
})
