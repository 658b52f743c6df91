import type { FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { AppOptions } from '../../bot/app-options.ts'
import { jsonOf, post, startApp } from '../support/app.ts'

const limits = { turnsPerMinute: 3, conversationTurnsPerMinute: 2, requestsPerMinute: 1000 }
const ask = { message: '你好' }

/** Statuses of turns sent one after the other over HTTP from this machine, as a proxy on it would pass them on. */
async function forwarded(url: string, clients: string[]): Promise<number[]> {
  const statuses: number[] = []
  for (const client of clients) {
    statuses.push((await post(`${url}/api/chat`, ask, { 'x-forwarded-for': client })).status)
  }
  return statuses
}

/** The same from a peer elsewhere. */
async function from(app: FastifyInstance, peer: string, clients: (string | undefined)[], body: object = ask) {
  const statuses: number[] = []
  for (const client of clients) {
    const headers = client === undefined ? {} : { 'x-forwarded-for': client }
    const sent = await app.inject({ method: 'POST', url: '/api/chat', payload: body, headers, remoteAddress: peer })
    statuses.push(sent.statusCode)
  }
  return statuses
}

const times = <Value>(count: number, value: Value): Value[] => Array.from({ length: count }, () => value)
const refusedOf = (statuses: number[]) => statuses.filter((status) => status === 429).length

describe('behind a proxy that is announced, each client has a limit of its own', () => {
  const announced: [string, AppOptions['trustProxy'], string][] = [
    ['by its address, on this machine', ['127.0.0.1'], '127.0.0.1'],
    ['by a network', ['10.0.0.0/8'], '10.1.2.3'],
    ['by a count', 1, '203.0.113.9'],
    ['by a count, over IPv6', 1, '2001:db8::9'],
  ]
  test.each(announced)('%s', async (_how, trustProxy, peer) => {
    const { app } = await startApp({}, { ...limits, trustProxy })
    expect(refusedOf(await from(app, peer, times(5, '198.51.100.1')))).toBe(2)
    expect(refusedOf(await from(app, peer, times(3, '192.0.2.1')))).toBe(0)
  })

  test('and what a client claims of itself before the proxy adds its address counts for nothing', async () => {
    const { app } = await startApp({}, { ...limits, trustProxy: 1 })
    const claims = [1, 2, 3, 4, 5].map((at) => `192.0.2.${at}, 198.51.100.1`)
    expect(refusedOf(await from(app, '203.0.113.9', claims))).toBe(2)
  })

  test('through two proxies the one before both is meant', async () => {
    const { app } = await startApp({}, { ...limits, trustProxy: 2 })
    const through = (client: string) => `192.0.2.77, ${client}, 203.0.113.10`
    expect(refusedOf(await from(app, '203.0.113.9', times(5, through('198.51.100.1'))))).toBe(2)
    expect(refusedOf(await from(app, '203.0.113.9', times(3, through('192.0.2.1'))))).toBe(0)
  })
})

describe('behind a proxy on this machine that nobody has announced', () => {
  test('each client has a limit of its own, by the address that the proxy adds last', async () => {
    const { url } = await startApp({}, limits)
    expect(refusedOf(await forwarded(url, times(5, '198.51.100.1')))).toBe(2)
    expect(refusedOf(await forwarded(url, times(3, '192.0.2.99, 198.51.100.1')))).toBe(3)
    expect(refusedOf(await forwarded(url, ['192.0.2.1', '192.0.2.2', '192.0.2.3', '198.51.101.4']))).toBe(0)
  })

  test('one line in the log says so, once, without an address', async () => {
    const { url, log } = await startApp({}, limits)
    await forwarded(url, ['198.51.100.1', '192.0.2.1', '192.0.2.2'])
    const warnings = log.filter((line) => line.includes('TRUST_PROXY'))
    expect(warnings).toHaveLength(1)
    expect(JSON.parse(warnings[0]!)).toMatchObject({ level: 40 })
    expect(warnings[0]).not.toMatch(/198\.51|127\.0/)
  })

  test('nothing is said where it is announced, nor of a direct client', async () => {
    const { url, log } = await startApp({}, { ...limits, trustProxy: ['loopback'] })
    await forwarded(url, ['198.51.100.1'])
    await post(`${url}/api/chat`, ask)
    expect(log.filter((line) => line.includes('TRUST_PROXY'))).toEqual([])
  })
})

describe('a peer elsewhere that is not announced', () => {
  test.each(['203.0.113.9', '10.1.2.3', '2001:db8::9'])('%s gains nothing by naming others', async (peer) => {
    const { app } = await startApp({}, limits)
    const claims = ['198.51.100.1', '192.0.2.2', '127.0.0.1', '::1', '192.0.2.5']
    expect(refusedOf(await from(app, peer, claims))).toBe(2)
  })

  test('on a private network is told of in the log, for it may be a proxy', async () => {
    const { app, log } = await startApp({}, limits)
    await from(app, '203.0.113.9', ['198.51.100.1'])
    expect(log.filter((line) => line.includes('TRUST_PROXY'))).toHaveLength(0)
    await from(app, '172.18.0.2', ['198.51.100.1', '198.51.100.2'])
    expect(log.filter((line) => line.includes('TRUST_PROXY'))).toHaveLength(1)
  })
})

describe('who counts as one client', () => {
  const cases: [string, string[], number][] = [
    [
      'addresses of one IPv6 network of 64 bits',
      ['2001:db8:1:2::1', '2001:db8:1:2:ffff::2', '2001:DB8:1:2:3:4:5:6'],
      1,
    ],
    ['neighbouring IPv6 networks', ['2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:1:4::1'], 3],
    ['an IPv4 address in either writing', ['192.0.2.1', '::ffff:192.0.2.1', '::ffff:c000:201'], 1],
    ['neighbouring IPv4 addresses', ['192.0.2.1', '192.0.2.2', '192.0.2.3'], 3],
  ]
  test.each(cases)('%s', async (_what, addresses, clients) => {
    const { app } = await startApp({}, { ...limits, turnsPerMinute: 1 })
    let taken = 0
    for (const address of addresses)
      taken += (await from(app, address, [undefined])).filter((one) => one === 200).length
    expect(taken).toBe(clients)
  })

  test('a network of neighbours has a wider limit, which one of them alone cannot use up', async () => {
    const { app } = await startApp({}, { ...limits, turnsPerMinute: 2 })
    await from(app, '192.0.2.1', times(50, undefined))
    expect(await from(app, '192.0.2.2', [undefined, undefined])).toEqual([200, 200])
    const neighbours = Array.from({ length: 20 }, (_, at) => `192.0.2.${at + 10}`)
    const statuses = []
    for (const neighbour of neighbours) statuses.push(...(await from(app, neighbour, [undefined])))
    expect(refusedOf(statuses)).toBe(14)
    expect(await from(app, '192.0.3.1', [undefined])).toEqual([200])
  })

  test('a conversation that hurries is stopped before its whole address is', async () => {
    const { app } = await startApp({}, limits)
    const first = await app.inject({ method: 'POST', url: '/api/chat', payload: ask, remoteAddress: '198.51.100.7' })
    const body = { ...ask, conversation: first.json<{ conversation: string }>().conversation }
    expect(await from(app, '192.0.2.1', times(3, undefined), body)).toEqual([200, 200, 429])
    expect(await from(app, '192.0.2.2', [undefined], body)).toEqual([429])
    expect(await from(app, '192.0.2.2', [undefined])).toEqual([200])
  })
})

test('this machine itself has no limit, and cannot be played by a proxy that passes on what it is told', async () => {
  const { app } = await startApp({}, { ...limits, trustProxy: 1 })
  expect(refusedOf(await from(app, '127.0.0.1', times(8, undefined)))).toBe(0)
  expect(refusedOf(await from(app, '203.0.113.9', times(5, '127.0.0.1')))).toBe(2)
})

test('a proxy on this machine that names no address is limited as one client', async () => {
  const { url } = await startApp({}, { ...limits, trustProxy: 1 })
  expect(refusedOf(await forwarded(url, times(5, 'not an address')))).toBe(2)
})

test('a refusal says when to come back', async () => {
  const { url } = await startApp({}, { ...limits, conversationTurnsPerMinute: 1, trustProxy: 1 })
  const conversation = (await jsonOf(post(`${url}/api/chat`, ask))).conversation as string
  const headers = { 'x-forwarded-for': '192.0.2.1' }
  await post(`${url}/api/chat`, { ...ask, conversation }, headers)
  const refused = await post(`${url}/api/chat`, { ...ask, conversation }, headers)
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await jsonOf(refused)).toMatchObject({ status: 429, title: '请求过于频繁' })
})
