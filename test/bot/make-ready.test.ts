import { expect, test } from 'vitest'
import { makeReady, printedBy } from '../../bot/make-ready.ts'
import { buildCatalogue } from '../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import { publicKeys } from '../../services/privacy/mask.ts'

const notices = loadNotices()
const catalogue = buildCatalogue(notices)
const rosterRows: never[] = []

test('what any notice prints is printed, and nothing else', () => {
  const printed = printedBy(notices)
  const keys = publicKeys(notices.flatMap(({ clauses }) => clauses.map(({ text }) => text)))
  expect(keys.size).toBeGreaterThan(5)
  for (const key of keys) expect(printed.has(key), key).toBe(true)
  expect(printed.has('13800000000')).toBe(false)
})

test('every notice is read while nobody waits, also after one that can not be', async () => {
  const asked: string[] = []
  const said = {
    get(key: string) {
      asked.push(key)
      if (asked.length === 1) throw new Error('unreadable')
      return undefined
    },
  }
  await makeReady(() => ({ catalogue, said, rosterRows }))
  expect(asked).toEqual(catalogue.notices.map(({ id }) => `${id}#`))
})

test('what is no longer known is not read any further', async () => {
  const asked: string[] = []
  let now = catalogue
  const said = {
    get(key: string) {
      asked.push(key)
      now = buildCatalogue(notices)
      return undefined
    },
  }
  await makeReady(() => ({ catalogue: now, said, rosterRows }))
  expect(asked).toHaveLength(1)
})
