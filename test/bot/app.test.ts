import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { memoryServices, notice, post, startApp } from '../support/app.ts'

describe('security headers', () => {
  test.each(['/', `/notices/${notice.id}`, '/api/notices', '/nowhere'])('%s carries them', async (path) => {
    const { url } = await startApp()
    const { headers } = await fetch(url + path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';font-src 'self';" +
        "base-uri 'none';form-action 'self';frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.has('strict-transport-security')).toBe(false)
    expect(headers.has('x-powered-by')).toBe(false)
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('failures', () => {
  const sql = 'select text from turns where conversation = $1'
  const away = [
    { part: 'PostgreSQL refuses', error: Object.assign(new Error(sql), { code: 'ECONNREFUSED' }) },
    { part: 'PostgreSQL shuts down', error: Object.assign(new Error(sql), { code: '57P01' }) },
    { part: 'the connection breaks', error: new Error('Connection terminated unexpectedly') },
    { part: 'no connection comes free', error: new Error('timeout exceeded when trying to connect') },
    { part: 'the embedded database is gone', error: new Error('The embedded database has stopped: out of memory') },
    {
      part: 'every address of the host refuses',
      error: new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]),
    },
    {
      part: 'the reason stands behind',
      error: new Error(sql, { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }),
    },
  ]
  test.each(away)('503 when $part, for a turn and for a search', async ({ error }) => {
    const fail = () => Promise.reject(error)
    const { url } = await startApp({ conversation: { take: fail }, search: fail })
    const responses = [
      await post(`${url}/api/chat`, { message: '你好' }),
      await post(`${url}/api/search`, { query: '专利' }),
    ]
    for (const response of responses) {
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await response.json()).toEqual({
        title: '服务暂时不可用',
        status: 503,
        detail: '系统的一部分暂时不可用，请稍后再试。',
      })
    }
  })

  const throwing = (error: unknown) => async () => {
    throw error
  }
  const wrong = [
    { mistake: 'a query that is wrong', error: Object.assign(new Error(sql), { code: '42601' }) },
    { mistake: 'a plain error', error: new Error(sql) },
    { mistake: 'what is no error', error: sql },
  ]
  test.each(wrong)('500 without a word of it for $mistake', async ({ error }) => {
    const { url } = await startApp({ search: throwing(error) })
    const response = await post(`${url}/api/search`, { query: '专利' })
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(JSON.parse(text)).toMatchObject({ title: '服务器内部错误', status: 500 })
    expect(text).not.toMatch(/select|app\.test|at /)
  })

  test('500 when a part answers with what the contract does not have', async () => {
    const { url } = await startApp({ search: async () => [{ notice: 'x' }] as never })
    expect((await post(`${url}/api/search`, { query: '专利' })).status).toBe(500)
  })

  test('503 when a search takes too long', async () => {
    const { url } = await startApp({ search: () => new Promise(() => undefined) }, { timeLimitMs: 50 })
    const response = await post(`${url}/api/search`, { query: '专利' })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ detail: '处理时间过长，请稍后再试。' })
  })
})

describe('the log', () => {
  const secret = '某医院的秘密'

  test('has a line per request with its id, route and status, and nothing a person wrote', async () => {
    const fail = () => Promise.reject(new Error(`invalid: ${secret}`, { cause: new Error(secret) }))
    const { url, log, services } = await startApp({ search: fail })
    const first = await post(`${url}/api/chat`, { message: secret })
    await post(`${url}/api/chat`, { message: secret, [secret]: secret })
    await post(`${url}/api/chat`, `{"message": "${secret}`)
    await post(`${url}/api/chat`, { message: secret }, { accept: 'text/event-stream' }).then((response) =>
      response.text(),
    )
    await post(`${url}/api/search`, { query: secret })
    await post(`${url}/api/feedback`, { reply: secret, helpful: true, comment: secret })
    await fetch(`${url}/api/units?name=${encodeURIComponent(secret)}`)
    await fetch(`${url}/api/notices/${encodeURIComponent(secret)}`)
    await fetch(`${url}/${encodeURIComponent(secret)}?q=${encodeURIComponent(secret)}`)
    await pause(20)

    expect(services.turns).toHaveLength(2)
    const lines = log.map((line) => JSON.parse(line))
    const requests = lines.filter(({ msg }) => msg === 'request')
    expect(requests).toHaveLength(9)
    expect(requests[0]).toMatchObject({
      reqId: first.headers.get('x-request-id'),
      method: 'POST',
      route: '/api/chat',
      status: 200,
    })
    expect(lines.filter(({ level }) => level >= 50)).toMatchObject([
      { err: { type: 'Error', stack: expect.stringContaining('app.test.ts') } },
    ])
    expect(log.join('')).not.toMatch(new RegExp(`${secret}|${encodeURIComponent(secret)}`))
    expect(JSON.stringify(requests)).not.toContain('127.0.0.1')
  })

  test('can be switched off', async () => {
    const { url, log } = await startApp({}, { log: false })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(log).toEqual([])
  })
})

test('closing waits for the answer that is on its way', async () => {
  const memory = memoryServices()
  const { app, url } = await startApp({
    conversation: {
      async take(turn) {
        await pause(150)
        return memory.conversation.take(turn)
      },
    },
  })
  const answer = post(`${url}/api/chat`, { message: '你好' })
  await pause(50)
  await app.close()
  expect((await answer).status).toBe(200)
  await expect(fetch(`${url}/healthz`)).rejects.toThrow()
})
