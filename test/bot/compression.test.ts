import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { eventsOf, post, startApp } from '../support/app.ts'
import { startStandIn } from '../support/web-stand-in.ts'

type Raw = { status: number; headers: Record<string, unknown>; body: Buffer }

/** The bytes as they go over the wire. */
function rawGet(url: string, encodings: string, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    get(url, { method, headers: { 'accept-encoding': encodings } }, (response) => {
      const { statusCode: status = 0, headers } = response
      response.toArray().then((parts) => resolve({ status, headers, body: Buffer.concat(parts) }), reject)
    }).on('error', reject)
  })
}

const unpacked = { br: brotliDecompressSync, gzip: gunzipSync }

test.each(['/api/programmes', '/openapi.json', '/programmes'])(
  '%s comes compressed to those who take it, with its length',
  async (path) => {
    const { url } = await startApp()
    const plain = await rawGet(url + path, 'identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.body.length).toBeGreaterThan(1024)
    for (const encoding of ['br', 'gzip'] as const) {
      const { headers, body } = await rawGet(url + path, encoding)
      expect(headers).toMatchObject({ 'content-encoding': encoding, vary: expect.stringMatching(/accept-encoding/i) })
      expect(body.length).toBeLessThan(plain.body.length / 2)
      expect(unpacked[encoding](body)).toEqual(plain.body)
    }
  },
)

test('a long notice is whole after its compression', async () => {
  const { url, close } = await startStandIn()
  try {
    const plain = await rawGet(`${url}/api/notices/review-2024`, 'identity')
    expect(plain.body.length).toBeGreaterThan(50_000)
    const { headers, body } = await rawGet(`${url}/api/notices/review-2024`, 'br, gzip')
    expect(headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(body)).toEqual(plain.body)
    const head = await rawGet(`${url}/api/notices/review-2024`, 'br', 'HEAD')
    expect([head.status, head.body.length]).toEqual([200, 0])
  } finally {
    await close()
  }
})

test('what is short stays as it is, and so does a problem', async () => {
  const { url } = await startApp()
  for (const path of ['/healthz', '/api/notices/none']) {
    const { headers, body } = await rawGet(url + path, 'br, gzip')
    expect(headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(body.toString())).toBeTypeOf('object')
  }
})

test('a stream of events is never held back', async () => {
  const { url } = await startApp({
    conversation: {
      async take({ text }, onReply) {
        const reply = { id: 'r', kind: 'answer' as const, text: `${text}。`.repeat(800), citations: [], actions: [] }
        onReply?.(reply)
        return { conversation: 'c', replies: [reply] }
      },
    },
  })
  const response = await post(
    `${url}/api/chat`,
    { message: '条件' },
    { accept: 'text/event-stream', 'accept-encoding': 'br' },
  )
  expect(response.headers.get('content-encoding')).toBeNull()
  expect((await eventsOf(response)).at(-1)!.event).toBe('done')
})

test('a compressed request is not unpacked, however small it is', async () => {
  const { url } = await startApp()
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
    body: gzipSync(JSON.stringify({ message: '条'.repeat(2000) })),
  })
  expect(response.status).toBe(400)
})

test('who goes away in the middle of a compressed answer leaves no fault in the log', async () => {
  const { url, log } = await startApp()
  await new Promise<void>((resolve) => {
    const request = get(`${url}/openapi.json`, { headers: { 'accept-encoding': 'br' } }, (response) => {
      response.destroy()
      resolve()
    })
    request.on('error', () => resolve())
  })
  expect((await fetch(`${url}/healthz`)).status).toBe(200)
  expect(log.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)).toEqual([])
})
