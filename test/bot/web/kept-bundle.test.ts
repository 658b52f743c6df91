import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptBundle } from '../../../bot/web/kept-bundle.ts'

let folder: string
let bundled: number
const at = (name: string): string => join(folder, name)
const files = [{ name: 'chat.js', servedAs: 'chat-1.js', contents: Buffer.from('你好', 'utf8') }]

const take = (key = 'one', file = at('kept/bundle.json')) =>
  keptBundle(file, key, () => {
    bundled += 1
    return { files, sources: [at('chat.ts')] }
  })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhixun-bundle-'))
  bundled = 0
  writeFileSync(at('chat.ts'), 'first')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was bundled is kept as it was, and nothing else beside it', () => {
  expect(take()).toEqual(files)
  expect(take()).toEqual(files)
  expect(bundled).toBe(1)
  expect(readdirSync(at('kept'))).toEqual(['bundle.json'])
})

const changes: Record<string, () => void> = {
  'a source that says something else': () => writeFileSync(at('chat.ts'), 'second'),
  'a source that is gone': () => rmSync(at('chat.ts')),
  'what is kept can not be read': () => writeFileSync(at('kept/bundle.json'), '{"key":'),
}

test.each(Object.entries(changes))('%s has it bundled anew', (_, change) => {
  take()
  change()
  expect(take()).toEqual(files)
  expect(bundled).toBe(2)
})

test('other settings have it bundled anew', () => {
  take('one')
  take('two')
  expect(bundled).toBe(2)
})

test('where nothing can be kept it is bundled each time', () => {
  const nowhere = join(at('chat.ts'), 'bundle.json')
  expect(take('one', nowhere)).toEqual(files)
  expect(take('one', nowhere)).toEqual(files)
  expect(bundled).toBe(2)
})
