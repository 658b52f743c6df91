import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { watchLags } from '../../bot/lags.ts'
import { createMetrics } from '../../bot/metrics.ts'
import { tell } from '../../services/happenings.ts'
import { jsonOf } from '../support/app.ts'
import { choosing, startModelEndpoint, unhelpful } from '../support/model-endpoint.ts'
import { realApp } from '../support/real-app.ts'

vi.setConfig({ testTimeout: 60_000 })

const pickFirst = choosing((laid) => (laid.kind === 'pick' ? { say: [1], ask: 0 } : unhelpful(laid)))
const endpoint = await startModelEndpoint(pickFirst, afterAll)
const { assistant, url } = await realApp({
  openai: { apiKey: 'key', baseUrl: endpoint.url, model: 'picker', embeddingModel: undefined, limitMs: 60_000 },
})
const { db } = assistant

type Lag = { part: string; name: string; message: string }
async function lags(): Promise<string[]> {
  const response = await fetch(`${url}/readyz`)
  expect(response.status).toBe(200)
  return ((await jsonOf(response)).lags ?? ([] as Lag[])).map(({ part, name }: Lag) => `${part} ${name}`)
}
async function figures(): Promise<string> {
  const metrics = createMetrics()
  metrics.show({ version: '1.0.0', behind: assistant.behind })
  return metrics.text()
}
const ask = async (message: string) => {
  await assistant.services.conversation.take({ id: randomUUID(), text: message, channel: 'web' })
}

afterEach(() => assistant.settle())

test('where all is well there is nothing to tell', async () => {
  expect(await lags()).toEqual([])
  expect(await figures()).toMatch(/^zhixun_index_behind\{index="questions"\} 0$/m)
})

test('work in the background that fails is told of until it is done', async () => {
  tell('work', { task: 'post', isDone: false, ms: 1 })
  expect(await lags()).toEqual(['background post'])
  const { lags: told } = await jsonOf(await fetch(`${url}/readyz`))
  expect(told[0].message).toContain('post')
  tell('work', { task: 'post', isDone: true, ms: 1 })
  expect(await lags()).toEqual([])
})

test('questions that wait too long for the log are told of and counted, such as are new are not', async () => {
  await ask('附近有地铁站吗')
  await assistant.settle()
  const { id } = await db.selectFrom('turn').select('id').executeTakeFirstOrThrow()
  const queue = (queued_at: Date) =>
    db.insertInto('turn_queue').values({ turn: id, asked: '{}', queued_at: queued_at.toISOString() }).execute()
  await queue(new Date(Date.now() + 3_600_000))
  expect(await lags()).toEqual([])
  await db.deleteFrom('turn_queue').execute()
  // It can't be read, and so can't be entered.
  await queue(new Date(Date.now() - 600_000))
  expect(await lags()).toContain('index questions')
  expect(await figures()).toMatch(/^zhixun_index_behind\{index="questions"\} 1$/m)
  await db.deleteFrom('turn_queue').execute()
  expect(await lags()).toEqual([])
})

test('what is put in use and not taken up here is told of after a while, until it is', async () => {
  let current = false
  const { behind, list, close } = watchLags({ db, isCurrent: async () => current })
  const clock = vi.spyOn(performance, 'now')
  onTestFinished(() => {
    clock.mockRestore()
    close()
  })
  clock.mockReturnValue(1_000_000)
  expect((await behind()).notices).toBe(0)
  clock.mockReturnValue(1_061_000)
  expect((await behind()).notices).toBe(1)
  expect((await list()).map(({ part, name }) => `${part} ${name}`)).toEqual(['index notices'])
  current = true
  expect(await list()).toEqual([])
})

describe('a model that is cut off is told of, and answers go on', () => {
  test('while its endpoint is left alone after failures', async () => {
    endpoint.behave((_asked, response) => void response.writeHead(500).end())
    for (let at = 0; at < 8 && !(await lags()).includes('model circuit'); at++)
      await ask(`医院得有多少专利在手上？${'！'.repeat(at)}`)
    expect(await lags()).toEqual(['model circuit'])
  })

  test('when the tokens of the day are spent', async () => {
    tell('modelCall', { outcome: 'budget', tokens: 0, ms: 1 })
    expect(await lags()).toContain('model budget')
    tell('modelCall', { outcome: 'answered', tokens: 0, ms: 1 })
    expect(await lags()).not.toContain('model budget')
  })
})

test('what keeps nothing new is a figure, as on /readyz', async () => {
  const states = [
    { database: true, notices: 5, faults: [{ part: 'disk' as const, message: 'full' }] },
    { database: true, notices: 5 },
    { database: false, notices: 0 },
  ]
  const figuresOf = async (state: (typeof states)[number]) => {
    const metrics = createMetrics()
    metrics.show({ version: '1.0.0', ready: async () => state })
    return [...(await metrics.text()).matchAll(/^zhixun_part_failing\{part="(\w+)"\} 1$/gm)].map(([, part]) => part)
  }
  expect(await Promise.all(states.map(figuresOf))).toEqual([['disk'], [], ['database']])
})

test('with the database away there are no figures of it, and the others are there', async () => {
  const metrics = createMetrics()
  metrics.show({ version: '1.0.0', behind: () => Promise.reject(new Error('away')) })
  const text = await metrics.text()
  expect(text).toContain('zhixun_build_info')
  expect(text).not.toMatch(/^zhixun_index_behind\{/m)
})
