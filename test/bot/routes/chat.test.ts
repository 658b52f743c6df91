import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { replySchema } from '../../../services/reply.ts'
import { jsonOf, post, startApp } from '../../support/app.ts'

describe('POST /api/chat', () => {
  test('answers with the conversation and replies as the contract has them', async () => {
    const { url } = await startApp()
    const response = await post(`${url}/api/chat`, { message: '要多少件？' })
    const { conversation, replies } = await jsonOf(response)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(conversation).toEqual(expect.any(String))
    expect(replies).toHaveLength(2)
    for (const reply of replies) expect(replySchema.strict().safeParse(reply).error).toBeUndefined()
  })

  test('goes on with a known conversation and starts a new one for an unknown id', async () => {
    const { url } = await startApp()
    const ask = async (conversation?: string) =>
      (await jsonOf(post(`${url}/api/chat`, { conversation, message: '你好' }))).conversation
    const first = await ask()
    expect(await ask(first)).toBe(first)
    expect(await ask('nobody-knows-me')).not.toBe('nobody-knows-me')
  })

  const cleaned = [
    { input: 'control characters', sent: '要\u0000多\u0007少\u001b[31m件\u0085？', taken: '要多少[31m件？' },
    { input: 'line feeds and tabs', sent: '要多少？\n\t截止呢？', taken: '要多少？\n\t截止呢？' },
    { input: 'line ends of Windows', sent: '要多少？\r\n截止呢？', taken: '要多少？\n截止呢？' },
    { input: 'half a surrogate pair', sent: '要多少\ud83d？', taken: '要多少\ufffd？' },
    { input: '2000 characters outside the basic plane', sent: '𠮷'.repeat(2000), taken: '𠮷'.repeat(2000) },
  ]
  test.each(cleaned)('takes $input as people mean it', async ({ sent, taken }) => {
    const { url, services } = await startApp()
    expect((await post(`${url}/api/chat`, { conversation: 'a\u0000b', message: sent })).status).toBe(200)
    expect(services.turns).toMatchObject([{ text: taken, conversation: 'ab', channel: 'web' }])
  })

  test('takes a message sent again under the same key as one turn', async () => {
    const { url, services } = await startApp()
    const ask = (key: string) => jsonOf(post(`${url}/api/chat`, { message: '你好' }, { 'idempotency-key': key }))
    const key = randomUUID()
    expect(await ask(key)).toEqual(await ask(key))
    expect(services.turns).toHaveLength(1)
    await ask(randomUUID())
    expect(services.turns).toHaveLength(2)
  })

  test('gives each message without a key a turn of its own', async () => {
    const { url, services } = await startApp()
    for (const message of ['你好', '你好']) await post(`${url}/api/chat`, { message })
    expect(new Set(services.turns.map(({ id }) => id)).size).toBe(2)
  })

  test('answers 503 when a turn takes too long', async () => {
    const conversation = { take: () => new Promise<never>(() => undefined) }
    const { url } = await startApp({ conversation }, { timeLimitMs: 50 })
    const response = await post(`${url}/api/chat`, { message: '你好' })
    expect(response.status).toBe(503)
    expect(await jsonOf(response)).toMatchObject({ detail: '处理时间过长，请稍后再试。' })
  })
})

describe('the limit of messages', () => {
  const limited = { unlimitedAddresses: [], turnsPerMinute: 2, requestsPerMinute: 5 }

  test('answers 429 and says when to come back, for messages alone', async () => {
    const { url } = await startApp({}, limited)
    const responses = [1, 2, 3].map(() => post(`${url}/api/chat`, { message: '你好' }))
    const statuses = (await Promise.all(responses)).map(({ status }) => status).toSorted()
    expect(statuses).toEqual([200, 200, 429])
    const refused = await post(`${url}/api/chat`, { message: '你好' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await jsonOf(refused)).toMatchObject({ status: 429, title: '请求过于频繁' })
    expect((await fetch(`${url}/api/notices`)).status).toBe(200)
  })

  test('never stops those who watch, nor the pages', async () => {
    const { url } = await startApp({}, limited)
    for (const path of ['/healthz', '/']) {
      for (let turn = 0; turn < 8; turn++) expect((await fetch(url + path)).status).toBe(200)
    }
  })

  test('does not hold for this machine', async () => {
    const { url } = await startApp({}, { turnsPerMinute: 1 })
    for (let turn = 0; turn < 3; turn++) expect((await post(`${url}/api/chat`, { message: '你好' })).status).toBe(200)
  })
})
