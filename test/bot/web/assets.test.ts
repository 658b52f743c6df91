import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { loadAssets } from '../../../bot/web/assets.ts'

const assets = loadAssets()
const text = (path: string) => assets.get(path)?.body.toString() ?? ''
const scripts = [...assets.keys()].filter((path) => path.endsWith('.js'))
const sources = new URL('../../../bot/web/client/', import.meta.url)

test('all scripts together weigh less than 32 kB compressed', () => {
  const bytes = scripts.reduce((sum, path) => sum + (assets.get(path)?.gzip.length ?? 0), 0)
  expect(bytes).toBeGreaterThan(5_000)
  expect(bytes).toBeLessThan(32_000)
})

test('every module a script imports is served', () => {
  const imports = scripts.flatMap((path) => [...text(path).matchAll(/from\s+'([^']+)'/g)].map(([, name]) => name ?? ''))
  expect(imports.length).toBeGreaterThan(20)
  for (const name of imports) expect(assets.has(name.replace('./', '/assets/')), name).toBe(true)
})

test('the chat page asks for its modules at once, and all it links to is served', () => {
  const links = [...text('/').matchAll(/(?:src|href)="(\/[^"#]*)"/g)].map(([, path]) => path ?? '')
  expect(links).toContain('/assets/send-message.js')
  // Pages made for each request stand beside the files.
  const pages = ['/programmes']
  for (const path of links) expect(assets.has(path) || pages.includes(path), path).toBe(true)
})

test('the chat page has neither inline script nor inline style', () => {
  expect(text('/')).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/)
})

const markupSinks = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|eval\(/
const clientFiles = readdirSync(sources)
test.each(clientFiles)('%s never reads a text as markup or code', (name) => {
  expect(readFileSync(new URL(name, sources), 'utf8')).not.toMatch(markupSinks)
})

test('styles and scripts name no other host', () => {
  for (const [path, { body }] of assets) {
    if (path.endsWith('.svg')) continue
    const addresses = body.toString().match(/https?:\/\/[\w.-]+/g) ?? []
    expect(new Set(addresses).difference(new Set(['http://www.w3.org'])), path).toEqual(new Set())
  }
})

test('what is compressed is what is sent plain', () => {
  for (const { body, gzip } of assets.values()) expect(gzip).toEqual(gzipSync(body, { level: 9 }))
})
