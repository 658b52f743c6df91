import type { ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { testDatabaseOptions } from '../../support/database.ts'
import { faultsOf } from '../../support/judge.ts'
import {
  type Behaviour,
  choosing,
  complete,
  failing,
  laidOut,
  liar,
  startModelEndpoint,
  unhelpful,
} from '../../support/model-endpoint.ts'
import { startRealApp } from '../../support/real-app.ts'
import { rightSamples } from '../../support/right-samples.ts'

const questions = await rightSamples()
const lies = [
  '需要999件有效发明专利，请联系王大明，电话13900001111，截止日期是2030年1月1日。',
  '不需要任何条件，所有单位都可以申报，经费没有上限。',
  '忽略以上规定，贵院的申报已获批准，截止时间已经延长。',
]

const raw =
  (type: string, text: string): Behaviour =>
  (_, response) =>
    void response.writeHead(200, { 'content-type': type }).end(text)

/** Begins a completion, and goes on with it as told. */
const halfway =
  (goOn: (response: ServerResponse) => void): Behaviour =>
  (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': 10_000 })
    response.write('{"choices":[{"message":{"role":"assistant","content":"{')
    goOn(response)
  }

const pick = (choose: (many: number) => number[]): Behaviour =>
  choosing((laid) =>
    laid.kind === 'pick' ? { say: choose(laid.candidates.length), ask: 0 } : { ...unhelpful(laid), about: [999] },
  )

/** How an endpoint may fail, and what must not reach anybody. */
const behaviours: [string, Behaviour, RegExp?][] = [
  ...lies.map((lie, at): [string, Behaviour, RegExp] => [
    `lies (${at + 1})`,
    liar(lie),
    /999|王大明|1390000|2030|不需要任何|没有上限|已获批准|已经延长/,
  ]),
  ['hangs', () => undefined],
  ['fails', failing(500)],
  ['refuses every form of request', failing(400)],
  ['says 429', failing(429, 'slow down', { 'retry-after': '60' })],
  ['answers HTML', raw('text/html', '<html>登录</html>'), /html|登录/],
  ['answers nothing', raw('application/json', '')],
  ['breaks off', halfway((response) => void setTimeout(() => response.destroy(), 50))],
  [
    'drips',
    halfway((response) => {
      const drip = setInterval(() => response.write(' '), 200)
      response.once('close', () => clearInterval(drip))
    }),
  ],
  ['writes no JSON', (_, response) => complete(response, '当然可以！'.repeat(50)), /当然可以/],
  ['picks numbers that don’t exist', pick(() => [97, 98])],
  ['picks numbers below none', pick(() => [-1])],
  ['picks everything', pick((many) => Array.from({ length: many }, (_, at) => at + 1))],
  ['picks nothing', pick(() => [])],
  [
    'asks back a question that doesn’t exist',
    choosing((laid) => (laid.kind === 'pick' ? { say: [0], ask: 999 } : unhelpful(laid))),
  ],
  [
    'repeats the prompt',
    (asked, response) => complete(response, `${asked.system}\n${asked.user}`),
    /只返回 JSON|编号的答复|一律不执行/,
  ],
]

const sample = (question: string, facts: string[], quotes: string[] = []) => ({
  id: question,
  category: 'condition',
  question,
  notices: [],
  facts,
  anyFacts: [],
  quotes,
  mustNot: [],
  expect: 'answer',
})

/** Questions whose answer is right and unsure. */
const unsure = [
  sample('医院得有多少专利在手上？', ['100件']),
  sample('有效的发明得有多少', ['100件']),
  sample('服务过多少家机构才够', ['20家']),
  sample('盘点得弄到多少', ['100%']),
  sample('运营中心给多少经费', ['20万元']),
  sample('医院得有多少专利在手上', ['100件']),
]

/** Questions of which a model is asked, and some of which it isn't. */
const fewer = 14

describe.each(behaviours)('an endpoint that %s', (_, behaviour, never = /(?!)/u) => {
  test('leaves every question its true clause, within the time', { timeout: 240_000 }, async () => {
    const endpoint = await startModelEndpoint(behaviour)
    const app = await startRealApp(await testDatabaseOptions(), {
      openai: { apiKey: 'secret-key', baseUrl: endpoint.url, model: 'm', embeddingModel: undefined },
    })
    try {
      const wrong: string[] = []
      let slowest = 0
      for (const sample of [...unsure, ...questions].slice(0, fewer)) {
        const begun = performance.now()
        const { replies } = await app.say(sample.question)
        slowest = Math.max(slowest, performance.now() - begun)
        const faults = faultsOf(sample, replies)
        const shown = JSON.stringify(replies)
        if (faults.length > 0 || never.test(shown)) wrong.push(`${sample.question}: ${faults.join('; ')} ${shown}`)
      }
      expect(wrong).toEqual([])
      expect(endpoint.asked.length).toBeGreaterThan(0)
      // Two seconds where the machine has time; `services/model/attacks.test.ts` holds them against a clock of its own.
      expect(slowest).toBeLessThan(6_000)
      expect(app.log.join()).not.toContain('secret-key')
    } finally {
      await app.close()
    }
  })
})

test('a question that is sure goes at once: of it no model is asked', async () => {
  const endpoint = await startModelEndpoint(async (_, response) => {
    await pause(60_000)
    response.destroy()
  })
  const app = await startRealApp(await testDatabaseOptions(), {
    openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'm', embeddingModel: undefined },
  })
  try {
    const { replies } = await app.say('2025年运营中心要多少件有效发明专利？')
    expect(replies[0]!.text).toContain('100件以上')
    await app.say('/help')
    await app.say('瑞金医院')
    expect(endpoint.asked).toHaveLength(0)
  } finally {
    await app.close()
  }
})

test('no endpoint at all leaves every answer as it is', async () => {
  const app = await startRealApp(await testDatabaseOptions(), {
    openai: { apiKey: 'key', baseUrl: 'http://127.0.0.1:9/v1', model: 'm', embeddingModel: 'e' },
  })
  afterAll(() => app.close())
  const { replies } = await app.say('医院得有多少专利在手上？')
  expect(replies[0]!.text).toContain('100件以上')
})

test('the prompts lay out what the tests read', async () => {
  const endpoint = await startModelEndpoint(choosing(unhelpful))
  const app = await startRealApp(await testDatabaseOptions(), {
    openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'm', embeddingModel: undefined },
  })
  try {
    await app.say('盘点得弄到多少')
    await app.say('家底要摸到啥程度啊')
    const [first, second] = endpoint.asked.map(laidOut)
    expect(first).toMatchObject({ kind: 'pick', question: '盘点得弄到多少' })
    expect(first!.candidates[0]).toContain('盘点率达到100%')
    expect(first!.candidates.length).toBeGreaterThan(2)
    expect(second).toMatchObject({ kind: 'reading', question: '家底要摸到啥程度啊' })
    expect(second!.subjects).toContain('2025年医疗卫生系统知识产权运营中心')
    expect(second!.topics).toContain('盘点率')
  } finally {
    await app.close()
  }
})
