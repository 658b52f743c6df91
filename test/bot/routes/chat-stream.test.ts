import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import type { AppServices } from '../../../bot/app-services.ts'
import { eventsOf, jsonOf, memoryServices, post, startApp } from '../../support/app.ts'

const stream = { accept: 'text/event-stream' }

describe('POST /api/chat as an event stream', () => {
  test('brings each text, each reply, then the conversation', async () => {
    const { url } = await startApp()
    const response = await post(`${url}/api/chat`, { message: '要多少件？' }, stream)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const events = await eventsOf(response)
    expect(events.map(({ event }) => event)).toEqual(['delta', 'delta', 'reply', 'delta', 'reply', 'done'])
    expect(events[0]!.data.text + events[1]!.data.text).toBe(events[2]!.data.text)
    expect(events[2]!.data).toMatchObject({ kind: 'answer', citations: [{ notice: 'medical-2025' }] })
    expect(events[5]!.data).toEqual({ conversation: expect.any(String) })
  })

  test('brings the same as JSON does for the same turn', async () => {
    const { url } = await startApp()
    const key = { 'idempotency-key': randomUUID() }
    const { conversation, replies } = await jsonOf(post(`${url}/api/chat`, { message: '你好' }, key))
    const events = await eventsOf(await post(`${url}/api/chat`, { message: '你好' }, { ...stream, ...key }))
    expect(events.filter(({ event }) => event === 'reply').map(({ data }) => data)).toEqual(replies)
    expect(events.at(-1)).toEqual({ event: 'done', data: { conversation } })
  })

  test('sends a reply while the turn still runs', async () => {
    const rest = Promise.withResolvers<void>()
    const memory = memoryServices()
    const conversation: AppServices['conversation'] = {
      async take(turn, onReply) {
        const outcome = await memory.conversation.take(turn, onReply)
        await rest.promise
        return outcome
      },
    }
    const { url } = await startApp({ conversation })
    const response = await post(`${url}/api/chat`, { message: '你好' }, stream)
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let received = ''
    while (!received.includes('event: reply')) received += (await reader.read()).value ?? ''
    expect(received).not.toContain('event: done')
    rest.resolve()
    for (let part = await reader.read(); !part.done; part = await reader.read()) received += part.value
    expect(received).toContain('event: done')
  })

  const failures = [
    {
      failure: 'the database is away',
      error: Object.assign(new Error('connect 10.0.0.5:5432'), { code: 'ECONNREFUSED' }),
      status: 503,
    },
    { failure: 'something is wrong', error: new Error('select secret from turns'), status: 500 },
  ]
  test.each(failures)('tells of a problem when $failure', async ({ error, status }) => {
    const { url } = await startApp({ conversation: { take: () => Promise.reject(error) } })
    const response = await post(`${url}/api/chat`, { message: '你好' }, stream)
    const text = await response.clone().text()
    expect(await eventsOf(response)).toMatchObject([{ event: 'error', data: { status } }])
    expect(text).not.toContain(error.message)
  })

  test('tells of a turn that takes too long', async () => {
    const conversation = { take: () => new Promise<never>(() => undefined) }
    const { url } = await startApp({ conversation }, { timeLimitMs: 50 })
    const events = await eventsOf(await post(`${url}/api/chat`, { message: '你好' }, stream))
    expect(events).toMatchObject([{ event: 'error', data: { status: 503, detail: '处理时间过长，请稍后再试。' } }])
  })

  test('refuses bad input with a plain problem', async () => {
    const { url } = await startApp()
    const response = await post(`${url}/api/chat`, { message: '' }, stream)
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })

  test('lets a turn finish when the client has gone', async () => {
    const finished = vi.fn()
    const memory = memoryServices()
    const conversation: AppServices['conversation'] = {
      async take(turn, onReply) {
        await pause(100)
        const outcome = await memory.conversation.take(turn, onReply)
        finished()
        return outcome
      },
    }
    const { url, log } = await startApp({ conversation })
    const leaving = new AbortController()
    const body = JSON.stringify({ message: '你好' })
    const headers = { 'content-type': 'application/json', ...stream }
    await fetch(`${url}/api/chat`, { method: 'POST', headers, body, signal: leaving.signal })
    leaving.abort()
    await vi.waitFor(() => expect(finished).toHaveBeenCalled())
    await pause(20)
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    expect(log.join('')).not.toContain('"level":50')
  })
})
