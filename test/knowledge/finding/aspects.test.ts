import { describe, expect, test } from 'vitest'
import {
  type Aspect,
  aspectNames,
  aspectsOfClause,
  askingWords,
  isHeadingOf,
  strengthOf,
} from '../../../knowledge/finding/aspects.ts'
import { buildCatalogue } from '../../../knowledge/finding/catalogue.ts'
import { loadNotices } from '../../../knowledge/load-notices.ts'

const catalogue = buildCatalogue(loadNotices())

describe('a clause speaks to the aspects that its headings and words say', () => {
  const spoken: [string, string, Aspect[], Aspect[]][] = [
    ['medical-2025', '1.1.p1', ['applicant'], ['deadline', 'targets']],
    ['medical-2025', '1.2.1', ['conditions'], ['targets', 'money']],
    ['medical-2025', '1.3.1', ['targets'], ['conditions']],
    ['medical-2025', '1.4.p1', ['money', 'places', 'restriction'], ['deadline']],
    ['medical-2025', '3.1', ['deadline', 'materials', 'procedure'], ['targets']],
    ['medical-2025', 'contact', ['contact'], ['money']],
    ['medical-2022', '2.4', ['preference', 'conditions'], ['targets']],
    ['medical-2022', '7.p1', ['money', 'matching'], ['restriction']],
    ['medical-2022', '7.p2', ['restriction'], ['matching']],
    ['special-action-2024', '2.9', ['responsible'], ['conditions']],
    ['university-2022', 'a3.2', ['liability'], ['deadline']],
    ['university-2022', 'a1.1.p1', ['definition'], ['conditions']],
  ]
  test.each(spoken)('%s#%s: %j and not %j', (notice, clause, aspects, others) => {
    const found = catalogue.find(notice, clause)!.aspects
    for (const aspect of aspects) expect(found.has(aspect), aspect).toBe(true)
    for (const aspect of others) expect(found.has(aspect), aspect).toBe(false)
  })

  test('each surely to some degree', () => {
    for (const { clause } of catalogue.entries)
      for (const strength of aspectsOfClause(clause).values()) {
        expect(strength).toBeGreaterThan(0)
        expect(strength).toBeLessThanOrEqual(1)
      }
  })
})

test('every aspect can be asked for and is spoken to by some clause', () => {
  const asked = new Set(askingWords.map(([, aspect]) => aspect))
  for (const aspect of aspectNames) {
    expect(asked.has(aspect), aspect).toBe(true)
    expect(
      catalogue.entries.some(({ aspects }) => aspects.has(aspect)),
      aspect,
    ).toBe(true)
  }
})

test('asking words are tried longest first', () => {
  const lengths = askingWords.map(([word]) => word.length)
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a))
})

test('a neighbouring aspect counts for less than the aspect itself', () => {
  const who = new Map<Aspect, number>([['applicant', 1]])
  expect(strengthOf(who, 'applicant')).toBe(1)
  expect(strengthOf(who, 'conditions')).toBeGreaterThan(0)
  expect(strengthOf(who, 'conditions')).toBeLessThan(1)
  expect(strengthOf(who, 'money')).toBe(0)
})

test.each<[string, Aspect, boolean]>([
  ['（二）申报条件', 'conditions', true],
  ['申 报 条 件', 'conditions', true],
  ['（四）配套政策', 'money', true],
  ['（二）申报条件', 'targets', false],
])('%s is a heading of %s: %s', (heading, aspect, expected) => {
  expect(isHeadingOf(heading, aspect)).toBe(expected)
})
