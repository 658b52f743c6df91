import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { assetPath, loadAssets } from '../../../bot/web/assets.ts'
import { bundleFiles } from '../../../bot/web/bundle.ts'

const assets = loadAssets()
const text = (path: string) => assets.get(path)?.body.toString() ?? ''
const paths = [...assets.keys()]
const sources = new URL('../../../bot/web/client/', import.meta.url)

test('all scripts together, those of the console too, weigh less than 54 kB compressed', () => {
  const scripts = paths.filter((path) => path.endsWith('.js'))
  const bytes = scripts.reduce((sum, path) => sum + (assets.get(path)?.br.length ?? 0), 0)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(54_000)
})

test('a script and a style sheet need nothing beside themselves', () => {
  const [bundled, plain] = [paths.filter((path) => /\.(?:js|css)$/.test(path)), /\bimport\b|@import|url\(["']?[^d"']/]
  expect(bundled.length).toBeGreaterThan(6)
  for (const path of bundled) expect(text(path), path).not.toMatch(plain)
})

test('addresses carry a hash, and what has none is never kept without asking', () => {
  for (const [path, { isImmutable }] of assets) expect(isImmutable, path).toBe(path !== '/')
  for (const path of paths.slice(0, -1)) expect(path).toMatch(/^\/assets\/[\w-]+-[A-Z0-9]{8}\.(?:js|css)$/)
})

test('all that the chat page links to is served', () => {
  const links = [...text('/').matchAll(/(?:src|href)="(\/[^"#]*)"/g)].map(([, path]) => path ?? '')
  expect(links).toEqual(expect.arrayContaining([assetPath('chat.js'), assetPath('chat-page.css')]))
  // Pages made for each request stand beside the files.
  const pages = ['/programmes', '/units']
  for (const path of links) expect(assets.has(path) || pages.includes(path), path).toBe(true)
})

test('a name that stands for no file of its own is a fault of the page that asks for it', () => {
  for (const name of ['nowhere.js', 'element.js', 'tokens.css']) expect(() => assetPath(name), name).toThrow(name)
})

/** A folder like bot/web with a script in it. */
function webWith(script: string): string {
  const root = mkdtempSync(join(tmpdir(), 'web-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const folder = join(root, 'bot/web')
  for (const name of ['client', 'styles']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'client/part.ts'), `export const part = '部分'`)
  writeFileSync(join(folder, 'client/page.ts'), script)
  return folder
}

test('the hash in a name is that of the contents, parts of it included', () => {
  const folder = webWith(`import { part } from './part.ts'\nconsole.log(part)`)
  const [first, ...others] = bundleFiles(folder)
  expect(others).toEqual([])
  expect(first).toMatchObject({ name: 'page.js', servedAs: expect.stringMatching(/^page-\w{8}\.js$/) })
  expect(bundleFiles(folder)).toEqual([first])
  writeFileSync(join(folder, 'client/part.ts'), `export const part = '别的'`)
  expect(bundleFiles(folder)[0]?.servedAs).not.toBe(first?.servedAs)
})

test.each([
  ['a fault in a script', 'let =', 'bot/web/client/page.ts:1:5'],
  ['an import of what is not there', `import './gone.ts'`, 'bot/web/client/page.ts:1:7'],
])('%s stops the start and names the file', (_title, script, place) => {
  expect(() => bundleFiles(webWith(script))).toThrow(place)
})

test('the chat page has neither inline script nor inline style', () => {
  expect(text('/')).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
})

const markupSinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|eval\(/
/** Takes over a part of a page of this server's own, which writes every text as text. */
const takesOverPages = ['staff-draft-store.ts']
const clientFiles = readdirSync(sources).filter((name) => !takesOverPages.includes(name))
test.each(clientFiles)('%s never reads a text as markup or code', (name) => {
  expect(readFileSync(new URL(name, sources), 'utf8')).not.toMatch(markupSinks)
})

test('styles and scripts name no other host', () => {
  for (const [path, { body }] of assets) {
    const addresses = body.toString().match(/https?:\/\/[\w.-]+/g) ?? []
    expect(new Set(addresses).difference(new Set(['http://www.w3.org'])), path).toEqual(new Set())
  }
})

test('what is compressed is what is sent plain', () => {
  for (const { body, gzip, br } of assets.values()) {
    expect(gunzipSync(gzip)).toEqual(body)
    expect(brotliDecompressSync(br)).toEqual(body)
  }
})
