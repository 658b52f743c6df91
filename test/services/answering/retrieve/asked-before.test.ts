import { describe, expect, test } from 'vitest'
import shipped from '../../../../services/answering/retrieve/asked-before.json' with { type: 'json' }
import { recallAmong, recallFor, storedQuestions } from '../../../../services/answering/retrieve/asked-before.ts'
import { catalogue, notices } from '../../../support/answering.ts'
import { buildCatalogue } from '../../../../knowledge/finding/catalogue.ts'

const known = [
  { text: '最多能拿多少钱', places: ['a#1'] },
  { text: '一共评几家单位', places: ['a#1', 'b#2'] },
  { text: '钱分几次打过来', notice: 'a', places: [] },
  { text: '材料寄到哪里', places: ['b#3'] },
]

describe('known questions', () => {
  const recall = recallAmong(known)

  test('one asked again is recalled whole, whatever its signs and years', () => {
    const { ofClause, answered, refused } = recall('2025年，最多能拿多少钱？')
    expect(ofClause.get('a#1')).toBeCloseTo(1)
    expect(answered.get('a')).toBeCloseTo(1)
    expect(refused.get('a') ?? 0).toBeLessThan(0.5)
  })

  test('one with several clauses speaks for each of them, and for each of their notices', () => {
    const { ofClause, answered } = recall('一共评几家')
    expect(ofClause.get('a#1')).toBe(ofClause.get('b#2'))
    expect(answered.get('b')).toBeGreaterThan(0.5)
  })

  test('one that its notice does not answer speaks against that notice alone', () => {
    const { ofClause, refused } = recall('钱分几次打')
    expect(refused.get('a')).toBeGreaterThan(0.5)
    expect(refused.has('b')).toBe(false)
    expect(ofClause.get('a#1') ?? 0).toBeLessThan(refused.get('a')!)
  })

  test('likeness is between 0 and 1, whatever is typed', () => {
    for (const text of ['', '？', '👍🏽', '𠮷𠮷', '最多能拿多少钱'.repeat(50)])
      for (const value of recall(text).ofClause.values()) {
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1.000001)
      }
  })

  test('they are kept by clause, sorted, each once', () => {
    expect(storedQuestions([...known, known[0]!])).toEqual({
      answered: { 'a#1': ['最多能拿多少钱'], 'a#1 b#2': ['一共评几家单位'], 'b#3': ['材料寄到哪里'] },
      refused: { a: ['钱分几次打过来'] },
    })
  })
})

test('those that come with the weights are of clauses that there are', () => {
  const places = Object.keys(shipped.answered).flatMap((key) => key.split(' '))
  expect(places.length).toBeGreaterThan(100)
  for (const place of places) {
    const [notice = '', clause = ''] = place.split('#')
    expect(catalogue.find(notice, clause), place).toBeDefined()
  }
  for (const notice of Object.keys(shipped.refused)) expect(notices.map(({ id }) => id)).toContain(notice)
})

test('a question that staff wrote for a clause is known at once', () => {
  const [first, ...others] = notices
  const clause = first!.clauses.find(({ text }) => text.length > 20)!
  const spoken = { names: [], equivalents: [], questions: [{ question: '猫爬架怎么领', quote: clause.text }] }
  const { ofClause } = recallFor(buildCatalogue([{ ...first!, spoken }, ...others]))('猫爬架怎么领呀')
  expect(ofClause.get(`${first!.id}#${clause.id}`)).toBeGreaterThan(0.8)
  expect(recallFor(catalogue)('猫爬架怎么领呀').ofClause.get(`${first!.id}#${clause.id}`) ?? 0).toBeLessThan(0.3)
})
