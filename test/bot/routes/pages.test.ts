import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadAssets } from '../../../bot/web/assets.ts'
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
  expect(plain.headers.get('cache-control')).toBe('no-cache')
  expect(plain.headers.get('vary')).toBe('accept-encoding')
  expect(bytes.length).toBeGreaterThan(0)

  const compressed = await rawBytes(url + path, 'br, gzip')
  expect(gunzipSync(compressed)).toEqual(bytes)

  const etag = plain.headers.get('etag')!
  const again = await fetch(url + path, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect((await fetch(url + path, { headers: { 'if-none-match': 'W/"older"' } })).status).toBe(200)
  expect((await fetch(url + path, { method: 'HEAD' })).status).toBe(200)
})

test('gzip that is refused is not sent', async () => {
  const { url } = await startApp()
  const page = await fetch(url, { headers: { 'accept-encoding': 'gzip;q=0, identity' } })
  expect(page.headers.get('content-encoding')).toBeNull()
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
