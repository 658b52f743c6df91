import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { variableNames } from '../../bot/config.ts'

const root = join(import.meta.dirname, '../..')
const pages = ['README.md', 'bot/deploy/README.en.md']
const read = (page: string) => readFileSync(join(root, page), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

/** Variables that stand in code, also several behind one another. */
const variablesIn = (text: string) => new Set(text.match(/\b[A-Z]+(?:_[A-Z]+)+\b|\b(?:HOST|PORT)\b/g))
const commandsIn = (text: string) =>
  new Set([...text.matchAll(/npm run (?:-s )?([a-z][\w:-]*)/g)].map(([, name]) => name!))

test('the README opens in English, with a way to the English page', () => {
  const [title, , first = '', second = ''] = read('README.md').split('\n')
  expect(title).toBe('# 知询')
  for (const line of [first, second]) expect(line).toMatch(/^[\p{ASCII}]{40,}$/u)
  expect(second).toContain('(bot/deploy/README.en.md)')
})

describe.each(pages)('%s', (page) => {
  const text = read(page)

  test('tells of every variable that is read, and of no other', () => {
    const told = variablesIn(text)
    expect(variableNames.filter((name) => !told.has(name))).toEqual([])
    const own = /^(?:OPENAI|TELEGRAM|WECHAT|WECOM|OIDC|OTEL)_/
    expect([...told].filter((name) => own.test(name) && !variableNames.includes(name))).toEqual([])
  })

  test('names only commands that there are', () => {
    const named = commandsIn(text)
    expect(named.size).toBeGreaterThan(10)
    expect([...named].filter((name) => !(name in scripts))).toEqual([])
  })

  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link]) => link!)
    expect(links.length).toBeGreaterThan(2)
    expect(links.filter((link) => !existsSync(join(root, dirname(page), link)))).toEqual([])
  })
})

test('both tell of the same commands', () => {
  const [chinese, english] = pages.map((page) => [...commandsIn(read(page))].toSorted())
  expect(english).toEqual(chinese)
})
