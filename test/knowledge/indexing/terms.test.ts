import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bm25, lengthNorm, mostGain, termGain, termWorth } from '../../../knowledge/indexing/bm25.ts'
import { lexicalTerms, questionTerms, termKey } from '../../../knowledge/indexing/terms.ts'

describe('the terms of a text', () => {
  const cases: [string, string[]][] = [
    ['盘点率', ['盘', '点', '率', '盘点', '点率']],
    ['达到100%', ['达', '到', '达到', '100']],
    ['ＰＣＴ专利６０件', ['pct', '专', '利', '专利', '60', '件']],
    ['GB/T 33251-2016', ['gb', 't', '33251', '2016']],
    ['申报。条件', ['申', '报', '申报', '条', '件', '条件']],
    ['率率率', ['率', '率', '率', '率率', '率率']],
    ['𠮷野', ['𠮷', '野', '𠮷野']],
    ['，。！', []],
    ['😀', []],
    ['', []],
  ]
  test.each(cases)('%s', (text, terms) => expect(lexicalTerms(text)).toEqual(terms))
})

describe('the terms of a question', () => {
  test('leave out the words that only ask', () => {
    expect(questionTerms('盘点率是多少？')).toEqual(lexicalTerms('盘点率是'))
    expect(questionTerms('请问怎么申报')).toEqual(lexicalTerms('申报'))
  })

  test('are all of it where nothing else is left', () => expect(questionTerms('什么')).toEqual(['什', '么', '什么']))

  test('make no pair of what a left out word has parted', () => {
    expect(questionTerms('支持多少经费')).not.toContain('持经')
  })
})

test('every term has a number that the database takes, and characters and pairs one of their own', () => {
  const terms = new Map<number, string>()
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (term) => {
      const key = termKey(term)
      expect(Number.isSafeInteger(key) && key >= 0).toBe(true)
      expect(terms.get(key) ?? term).toBe(term)
      terms.set(key, term)
    }),
    { numRuns: 2_000 },
  )
  expect(termKey('专利')).not.toBe(termKey('利专'))
  const runs = Array.from({ length: 100_000 }, (_, at) => `2025${at}`)
  expect(new Set(runs.map(termKey)).size).toBe(runs.length)
})

describe('what a term scores', () => {
  const gain = (count: number, length = 100) => termGain(count, lengthNorm(length, 100))

  test('rises with its repeats, ever less, and stays under its limit', () => {
    const repeated = [1, 2, 4, 8, 64, 100_000].map((count) => gain(count))
    expect(repeated.toSorted((a, b) => a - b)).toEqual(repeated)
    expect(repeated[1]! - repeated[0]!).toBeGreaterThan((repeated[2]! - repeated[1]!) / 2)
    expect(repeated.at(-1)).toBeLessThan(mostGain)
  })

  test('falls with the length of the passage, and not below the floor', () => {
    const lengths = [10, 100, 1000, 10_000].map((length) => gain(1, length))
    expect(lengths.toSorted((a, b) => b - a)).toEqual(lengths)
    expect(lengths.at(-1)).toBeGreaterThan(bm25.floor)
  })

  test('is the textbook formula for a passage of mean length', () =>
    expect(gain(2)).toBeCloseTo(bm25.floor + (2 * (bm25.saturation + 1)) / (2 + bm25.saturation)))

  test('is worth the more the fewer passages hold it, and something even where all do', () => {
    const worths = [1, 10, 500, 1000].map((holders) => termWorth(1, 1000, holders))
    expect(worths.toSorted((a, b) => b - a)).toEqual(worths)
    expect(worths.at(-1)).toBeGreaterThan(0)
  })
})
