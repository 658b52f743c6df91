import { request as httpRequest } from 'node:http'
import { describe, expect, test } from 'vitest'
import { jsonOf, notice, post, startApp } from '../../support/app.ts'

const json = { 'content-type': 'application/json' }
const body = (value: unknown): RequestInit => ({ method: 'POST', headers: json, body: JSON.stringify(value) })
const chat = (message: unknown) => body({ message })

type Case = { input: string; path: string; init?: RequestInit; status: number; faults?: string[] }

const cases: Case[] = [
  { input: 'an empty message', path: '/api/chat', init: chat(''), status: 400, faults: ['message'] },
  { input: 'a message of white space', path: '/api/chat', init: chat(' \n\t\u3000'), status: 400, faults: ['message'] },
  {
    input: 'a message nobody can see',
    path: '/api/chat',
    init: chat('\u200b\u0000\ufeff'),
    status: 400,
    faults: ['message'],
  },
  { input: '2001 characters', path: '/api/chat', init: chat('问'.repeat(2001)), status: 400, faults: ['message'] },
  {
    input: '2000 characters and a blank',
    path: '/api/chat',
    init: chat(`${'问'.repeat(2000)} `),
    status: 400,
    faults: ['message'],
  },
  { input: 'a number for a message', path: '/api/chat', init: chat(7), status: 400, faults: ['message'] },
  { input: 'null for a message', path: '/api/chat', init: chat(null), status: 400, faults: ['message'] },
  { input: 'no message', path: '/api/chat', init: body({}), status: 400, faults: ['message'] },
  { input: 'a list', path: '/api/chat', init: body(['你好']), status: 400, faults: [''] },
  { input: 'null', path: '/api/chat', init: body(null), status: 400, faults: [''] },
  {
    input: 'two unknown fields',
    path: '/api/chat',
    init: body({ message: '你好', model: 'x', admin: true }),
    status: 400,
    faults: ['model', 'admin'],
  },
  {
    input: 'a conversation id that is too long',
    path: '/api/chat',
    init: body({ conversation: 'x'.repeat(101), message: '你好' }),
    status: 400,
    faults: ['conversation'],
  },
  {
    input: 'what is not JSON',
    path: '/api/chat',
    init: { method: 'POST', headers: json, body: '{"message": ' },
    status: 400,
  },
  { input: 'an empty body', path: '/api/chat', init: { method: 'POST', headers: json, body: '' }, status: 400 },
  {
    input: 'JSON that reaches for the prototype',
    path: '/api/chat',
    init: { method: 'POST', headers: json, body: '{"__proto__": {}, "message": "你好"}' },
    status: 400,
  },
  {
    input: 'a strange idempotency key',
    path: '/api/chat',
    init: { ...chat('你好'), headers: { ...json, 'idempotency-key': 'a b' } },
    status: 400,
    faults: ['idempotency-key'],
  },
  {
    input: 'plain text',
    path: '/api/chat',
    init: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '你好' },
    status: 415,
  },
  {
    input: 'a form',
    path: '/api/chat',
    init: { method: 'POST', body: new URLSearchParams({ message: '你好' }) },
    status: 415,
  },
  { input: 'a body of 65 kB', path: '/api/chat', init: chat('问'.repeat(22_000)), status: 413 },
  { input: 'a question by GET', path: '/api/chat?message=x', status: 405 },
  { input: 'a search without a query', path: '/api/search', init: body({ limit: 5 }), status: 400, faults: ['query'] },
  {
    input: 'a search for none',
    path: '/api/search',
    init: body({ query: '专利', limit: 0 }),
    status: 400,
    faults: ['limit'],
  },
  {
    input: 'a search for 51',
    path: '/api/search',
    init: body({ query: '专利', limit: 51 }),
    status: 400,
    faults: ['limit'],
  },
  {
    input: 'a search for half a hit',
    path: '/api/search',
    init: body({ query: '专利', limit: 1.5 }),
    status: 400,
    faults: ['limit'],
  },
  {
    input: 'a search in an unknown notice',
    path: '/api/search',
    init: body({ query: '专利', notice: 'none' }),
    status: 404,
  },
  { input: 'units without a name', path: '/api/units', status: 400, faults: ['name'] },
  { input: 'units with an empty name', path: '/api/units?name=', status: 400, faults: ['name'] },
  { input: 'units with two names', path: '/api/units?name=a&name=b', status: 400, faults: ['name'] },
  {
    input: 'feedback that is neither',
    path: '/api/feedback',
    init: body({ reply: 'x', helpful: 'yes' }),
    status: 400,
    faults: ['helpful'],
  },
  {
    input: 'a comment of 501 characters',
    path: '/api/feedback',
    init: body({ reply: 'x', helpful: true, comment: '好'.repeat(501) }),
    status: 400,
    faults: ['comment'],
  },
  {
    input: 'feedback on an unknown reply',
    path: '/api/feedback',
    init: body({ reply: 'x', helpful: true }),
    status: 404,
  },
  { input: 'an unknown notice', path: '/api/notices/none', status: 404 },
  { input: 'the page of an unknown notice', path: '/notices/none', status: 404 },
  { input: 'an unknown path', path: '/api/secrets', status: 404 },
  { input: 'an unknown path by POST', path: '/api/secrets', init: { method: 'POST', body: '你好' }, status: 404 },
  { input: 'a path out of the folder', path: '/assets/..%2f..%2fpackage.json', status: 404 },
  { input: 'a path that is no text', path: '/%E0%A4%A', status: 400 },
  {
    input: 'a notice changed from outside',
    path: `/api/notices/${notice.id}`,
    init: { method: 'DELETE' },
    status: 405,
  },
]

describe('bad input', () => {
  test.each(cases)('$input gets $status', async ({ path, init, status, faults }) => {
    const { url, services, log } = await startApp()
    const response = await fetch(url + path, init)
    const problem = await jsonOf(response)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({
      status,
      title: expect.stringMatching(/\p{Script=Han}/u),
      detail: expect.stringMatching(/\p{Script=Han}/u),
    })
    expect(problem.errors?.map((fault: { path: string }) => fault.path)).toEqual(faults)
    for (const { message } of problem.errors ?? []) expect(message).toMatch(/\p{Script=Han}/u)
    expect(services.turns).toEqual([])
    expect(log.join('')).not.toContain('"level":50')
  })

  test('a refused method is told which ones are taken', async () => {
    const { url } = await startApp()
    const response = await fetch(`${url}/api/chat`)
    expect(response.headers.get('allow')).toBe('POST')
  })

  const tenMegabytes = Buffer.alloc(10_000_000, 'x')

  test('a body of 10 MB that says its length is answered with 413', async () => {
    const { url } = await startApp()
    expect(await upload(url, tenMegabytes, { 'content-length': tenMegabytes.length })).toBe(413)
  })

  test('a body of 10 MB in chunks is answered with 413', async () => {
    const { url } = await startApp()
    expect(await upload(url, tenMegabytes, { 'transfer-encoding': 'chunked' })).toBe(413)
  })

  test('after a body of 10 MB the next question is answered', async () => {
    const { url } = await startApp()
    expect((await post(`${url}/api/chat`, tenMegabytes.toString())).status).toBe(413)
    expect((await post(`${url}/api/chat`, { message: '你好' })).status).toBe(200)
  })
})

/** Sends the whole body before it looks at the answer, as simple clients do. */
function upload(url: string, content: Buffer, headers: Record<string, string | number>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sending = httpRequest(`${url}/api/chat`, { method: 'POST', agent: false, headers: { ...json, ...headers } })
    let status: number | undefined
    let isSent = false
    const finish = () => isSent && status !== undefined && resolve(status)
    sending.on('error', reject)
    sending.on('response', (response) => {
      status = response.resume().statusCode
      finish()
    })
    sending.end(content, () => {
      isSent = true
      finish()
    })
  })
}
