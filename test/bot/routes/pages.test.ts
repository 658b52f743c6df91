import { get } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { assetPath, loadAssets } from '../../../bot/web/assets.ts'
import { notice, startApp } from '../../support/app.ts'

const paths = [...loadAssets().keys(), `/notices/${notice.id}`]

test('there are a page, a script and a style to serve', () => {
  expect(paths).toEqual(expect.arrayContaining(['/', expect.stringMatching(/\.js$/), expect.stringMatching(/\.css$/)]))
})

test.each(paths)('%s comes compressed, plain, or not at all when the client has it', async (path) => {
  const { url } = await startApp()
  const plain = await fetch(url + path, { headers: { 'accept-encoding': 'identity' } })
  const bytes = Buffer.from(await plain.arrayBuffer())
  expect(plain.status).toBe(200)
  expect(plain.headers.get('content-encoding')).toBeNull()
  const isHashed = path.startsWith('/assets/')
  expect(plain.headers.get('cache-control')).toBe(isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
  expect(plain.headers.get('vary')).toBe(`accept-encoding${path === '/' ? ', cookie' : ''}`)
  expect(bytes.length).toBeGreaterThan(0)

  expect(gunzipSync(await rawBytes(url + path, 'gzip'))).toEqual(bytes)
  expect(brotliDecompressSync(await rawBytes(url + path, 'gzip, deflate, br'))).toEqual(bytes)

  const etag = plain.headers.get('etag')!
  const again = await fetch(url + path, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect((await fetch(url + path, { headers: { 'if-none-match': 'W/"older"' } })).status).toBe(200)
  expect((await fetch(url + path, { method: 'HEAD' })).status).toBe(200)
})

test.each([
  ['gzip;q=0, identity', null],
  ['br;q=0, gzip;q=0.0', null],
  ['br; q=0.000, gzip; q=0.5', 'gzip'],
  ['GZIP', 'gzip'],
  ['gzip;q=1.0, br;q=0.1', 'br'],
])('to accept-encoding %s the answer comes as %s', async (accepted, sent) => {
  const { url } = await startApp()
  const page = await fetch(url, { headers: { 'accept-encoding': accepted } })
  expect(page.headers.get('content-encoding')).toBe(sent)
  expect(await page.text()).toContain('知询')
})

test.each(['chat.js', 'tokens.css', 'chat-AAAAAAAA.js'])(
  '/assets/%s is not there, and a problem says so',
  async (name) => {
    const { url } = await startApp()
    const answer = await fetch(`${url}/assets/${name}`)
    expect(answer.status).toBe(404)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(answer.headers.get('cache-control')).toBeNull()
  },
)

test('the page of a notice links to the files as they are served', async () => {
  const { url } = await startApp()
  const page = await (await fetch(`${url}/notices/${notice.id}`)).text()
  for (const name of ['notice.js', 'notice-page.css', 'text-size.js']) expect(page).toContain(assetPath(name))
})

test('the page of a notice shows its clauses', async () => {
  const { url } = await startApp()
  const page = await fetch(`${url}/notices/${notice.id}`)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await page.text()).toContain('id="1.p1"')
})

const outside = [
  '/../package.json',
  '/assets/../assets.ts',
  '/assets/%2e%2e/assets.ts',
  '/assets.ts',
  '/notice-page.ts',
  '/client/chat.ts',
  '/.env',
]
test.each(outside)('%s is not served', async (path) => {
  const { url } = await startApp()
  expect(await statusOf(url, path)).toBe(404)
})

/** The path goes out as it stands; fetch would tidy it up. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => get({ hostname, port, path }, (response) => resolve(response.resume().statusCode)))
}

function rawBytes(url: string, encodings: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': encodings } }, (response) => {
      response.toArray().then((parts) => resolve(Buffer.concat(parts)), reject)
    }).on('error', reject)
  })
}
