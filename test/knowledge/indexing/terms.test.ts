import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bm25, passageDimensions, passageVector } from '../../../knowledge/indexing/bm25.ts'
import {
  countTerms,
  lexicalDimensions,
  lexicalTerms,
  questionTerms,
  termDimension,
} from '../../../knowledge/indexing/terms.ts'

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

test('every term has a dimension that pgvector takes, and always the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), (term) => {
      const dimension = termDimension(term)
      expect(dimension).toBeGreaterThanOrEqual(1)
      expect(dimension).toBeLessThanOrEqual(lexicalDimensions)
      expect(termDimension(term)).toBe(dimension)
    }),
  )
  expect(termDimension('专利')).not.toBe(termDimension('利专'))
})

/** The weights of a passage by dimension. */
function weights(terms: string[], averageLength = 100): Map<number, number> {
  const vector = passageVector(terms, averageLength)
  expect(vector).toMatch(/^\{[\d:.,e+-]*\}\/1000000000$/u)
  return new Map([...vector.matchAll(/(\d+):([\d.e+-]+)/gu)].map(([, at, weight]) => [Number(at), Number(weight)]))
}
const weightOf = (term: string, terms: string[], averageLength?: number): number =>
  weights(terms, averageLength).get(termDimension(term)) ?? 0

describe('the weight of a term in a passage', () => {
  const filler = (count: number) => Array.from({ length: count }, (_, at) => `词${at}`)

  test('rises with its repeats, ever less, and stays under its limit', () => {
    const repeated = [1, 2, 4, 8, 64].map((times) =>
      weightOf('专利', [...Array.from({ length: times }, () => '专利'), ...filler(100 - times)]),
    )
    expect(repeated.toSorted((a, b) => a - b)).toEqual(repeated)
    expect(repeated[1]! - repeated[0]!).toBeGreaterThan((repeated[2]! - repeated[1]!) / 2)
    expect(repeated.at(-1)).toBeLessThan(bm25.floor + bm25.saturation + 1)
  })

  test('falls with the length of the passage, and not below the floor', () => {
    const lengths = [10, 100, 1000, 10_000].map((length) => weightOf('专利', ['专利', ...filler(length)]))
    expect(lengths.toSorted((a, b) => b - a)).toEqual(lengths)
    expect(lengths.at(-1)).toBeGreaterThan(bm25.floor)
  })

  test('is the textbook formula for a passage of mean length', () => {
    const expected = bm25.floor + (2 * (bm25.saturation + 1)) / (2 + bm25.saturation)
    expect(weightOf('专利', ['专利', '专利', ...filler(98)])).toBeCloseTo(expected, 3)
  })

  test('is there for each term once, and for no more terms than a vector holds', () => {
    expect(weights(['专利', '专利', '许可']).size).toBe(countTerms(['专利', '许可']).size)
    const many = filler(20_000)
    expect(weights(many).size).toBe(16_000)
    expect(new Set(passageDimensions(many))).toEqual(new Set(weights(many).keys()))
  })
})
