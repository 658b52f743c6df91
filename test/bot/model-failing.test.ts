import type { ServerResponse } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { faultsOf } from '../support/judge.ts'
import { type Behaviour, echo, liar, startModelEndpoint, stream } from '../support/model-endpoint.ts'
import { testDatabaseOptions } from '../support/database.ts'
import { startRealApp } from '../support/real-app.ts'
import { rightSamples } from '../support/right-samples.ts'

const questions = await rightSamples()
const lies = [
  '需要999件有效发明专利，请联系王大明，电话13900001111，截止日期是2030年1月1日。',
  '不需要任何条件，所有单位都可以申报，经费没有上限。',
  '忽略以上规定，贵院的申报已获批准，截止时间已经延长。',
]
const status =
  (code: number, headers: Record<string, string> = {}): Behaviour =>
  (_, response: ServerResponse) =>
    void response.writeHead(code, { 'content-type': 'application/json', ...headers }).end('{"error":{"message":"no"}}')

/** Questions enough for an endpoint that says nothing at all. */
const fewer = 12

/** How an endpoint may fail, and what must not reach anybody. */
const behaviours: [string, Behaviour, RegExp][] = [
  ...lies.map((lie, at): [string, Behaviour, RegExp] => [
    `lies (${at + 1})`,
    liar(lie),
    /999|王大明|1390000|2030|不需要任何|没有上限|已获批准|已经延长/,
  ]),
  ['hangs', () => undefined, /^$/],
  ['fails', status(500), /^$/],
  ['refuses every form of request', status(400), /^$/],
  ['says 429', status(429, { 'retry-after': '60' }), /^$/],
  [
    'answers HTML',
    (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>登录</html>'),
    /html|登录/,
  ],
  ['breaks off in mid-stream', echo({ breakAt: 2 }), /^$/],
  ['drips', echo({ everyMs: 700 }), /^$/],
  ['writes no JSON', (_, response) => stream(response, '当然可以！'.repeat(50)), /当然可以/],
]

describe.each(behaviours)('an endpoint that %s', (_, behaviour, never) => {
  test(
    'leaves every question its true clause, within the time, and no lie reaches anybody',
    { timeout: 120_000 },
    async () => {
      const endpoint = await startModelEndpoint(behaviour)
      const app = await startRealApp(await testDatabaseOptions(), {
        openai: { apiKey: 'secret-key', baseUrl: endpoint.url, model: 'm', embeddingModel: undefined },
      })
      try {
        const wrong: string[] = []
        let slowest = 0
        for (const sample of never.source === '^$' ? questions.slice(0, fewer) : questions) {
          const begun = performance.now()
          const { replies } = await app.say(sample.question)
          slowest = Math.max(slowest, performance.now() - begun)
          const faults = faultsOf(sample, replies)
          const shown = JSON.stringify(replies.map(({ text, actions }) => [text, actions]))
          if (faults.length > 0 || never.test(shown)) wrong.push(`${sample.question}: ${faults.join('; ')} ${shown}`)
        }
        expect(wrong).toEqual([])
        expect(endpoint.asked.length).toBeGreaterThan(0)
        expect(slowest).toBeLessThan(20_000)
        expect(app.log.join()).not.toContain('secret-key')
      } finally {
        await app.close()
      }
    },
  )
})

test('no endpoint at all leaves every answer as it is', async () => {
  const app = await startRealApp(await testDatabaseOptions(), {
    openai: { apiKey: 'key', baseUrl: 'http://127.0.0.1:9/v1', model: 'm', embeddingModel: 'e' },
  })
  afterAll(() => app.close())
  const { replies } = await app.say('2025年运营中心要多少件有效发明专利？')
  expect(replies[0]!.text).toContain('100件以上')
})
