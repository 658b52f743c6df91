import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText } from '../../../knowledge/language/clean-text.ts'
import { condense } from '../../../knowledge/language/condense.ts'
import { readContacts } from '../../../knowledge/language/contact.ts'
import { readDates } from '../../../knowledge/language/date.ts'
import { readFigures } from '../../../knowledge/language/figure.ts'
import { maskNonFigures } from '../../../knowledge/language/mask.ts'
import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { anyBrokenText, rareIdeographs } from '../../support/any-text.ts'

/** Phrases that state or name something, between which any sign may stand. */
const phrases = [
  '不少于100件',
  '每人每月2000元',
  '10%-20%',
  '三万元以上十万元以下',
  '2025年6月13日前',
  '次年3月底前',
  '收到之日起15个工作日内',
  '电话：021-23170420',
  '地址：世博村路300号1号楼',
  '每个区（县）不超过3家',
  '不得超过合同总价的百分之五',
  '3万元以上（不含3万元）',
]
const signs = [
  ...rareIdeographs,
  '👨‍👩‍👧',
  '葛\u{e0100}',
  'e\u0301',
  '，',
  '。',
  ' ',
  '\n',
  '的',
  '　',
  '（',
  '）',
  '1',
  '一',
  '',
]
const mixed = fc
  .array(fc.oneof(fc.constantFrom(...phrases), fc.constantFrom(...signs)), { maxLength: 12 })
  .map((parts) => parts.join(''))

const readers = {
  figures: (text: string) => readFigures(text).flatMap(({ start, end, from, to }) => [start, end, from, to]),
  dates: (text: string) =>
    readDates(text, { today: '2026-01-31' }).flatMap((date) => [date.start, date.end, date.from, date.to]),
  contacts: (text: string) => readContacts(text).flatMap(({ start, end }) => [start, end]),
}
const isWithinPair = (text: string, unit: number): boolean =>
  /[\ud800-\udbff]/.test(text[unit - 1] ?? '') && /[\udc00-\udfff]/.test(text[unit] ?? '')

describe('no place that a reader names is within a character', () => {
  for (const [name, places] of Object.entries(readers))
    test(name, () => {
      fc.assert(
        fc.property(fc.oneof(mixed, anyBrokenText(80)), (text) => {
          for (const place of places(text)) expect(isWithinPair(text, place), JSON.stringify(text)).toBe(false)
        }),
        { numRuns: 1000 },
      )
    })
})

test('what a term counts from begins with a whole character, however long it is', () => {
  for (let length = 30; length <= 45; length++) {
    const text = `${'𣲗'.repeat(length)}收到之日起15个工作日内`
    for (const place of readers.dates(text)) expect(isWithinPair(text, place), String(length)).toBe(false)
    const shifted = `甲${text}`
    for (const place of readers.dates(shifted)) expect(isWithinPair(shifted, place), String(length)).toBe(false)
  }
})

test('a figure is found where it is printed', () => {
  fc.assert(
    fc.property(mixed, (text) => {
      for (const { start, end, from, to, printed } of readFigures(text)) {
        expect(text.slice(start, end).startsWith(printed)).toBe(true)
        expect(text.slice(from, to)).toContain(text.slice(start, end))
        expect(printed).toMatch(/\S/u)
      }
    }),
    { numRuns: 500 },
  )
})

test('words of no meaning around a text change nothing of what is read in it', () => {
  const bare = (text: string) =>
    readFigures(text).map(({ kind, value, upTo, unit, bound, per }) => ({ kind, value, upTo, unit, bound, per }))
  fc.assert(
    fc.property(fc.constantFrom(...phrases), fc.constantFrom(...rareIdeographs), (phrase, sign) => {
      expect(bare(`${sign}；${phrase}；${sign}`)).toEqual(bare(phrase))
    }),
  )
})

test('masking keeps the length of the condensed text', () => {
  fc.assert(
    fc.property(fc.oneof(mixed, anyBrokenText(80)), (text) => {
      expect(maskNonFigures(text)).toHaveLength(condense(text).text.length)
    }),
    { numRuns: 500 },
  )
})

// Quadratic work on a hundred thousand characters would take many minutes.
describe('a hundred thousand characters are read in linear time', () => {
  const pieces = [
    '每个',
    '（含）',
    '不得超过的',
    '5月6日9:00至',
    '次年',
    '一半',
    '联系电话：',
    '０',
    '  ',
    '«',
    ', ',
    'A1+1',
    '90后',
    '𠮷',
  ]
  const all: Record<string, (text: string) => unknown> = { readFigures, readDates, readContacts, cleanText, foldShapes }
  test.each(pieces)('%j', { timeout: 240_000 }, (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    for (const [name, read] of Object.entries(all)) {
      const start = performance.now()
      read(text)
      expect(performance.now() - start, name).toBeLessThan(45_000)
    }
  })
})
