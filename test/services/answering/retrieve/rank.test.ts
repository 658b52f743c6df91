import { describe, expect, test } from 'vitest'
import { passagesOf } from '../../../../services/answering/retrieve/passages.ts'
import { entriesFor } from '../../../../services/answering/retrieve/entries-for.ts'
import { featureNames } from '../../../../services/answering/retrieve/features.ts'
import { rankEntries } from '../../../../services/answering/retrieve/rank.ts'
import { keyOf } from '../../../../services/answering/retrieve/reading.ts'
import { learned } from '../../../../services/answering/retrieve/weights.ts'
import { entryAt, madeUp, readingOf, type Told } from './made-up.ts'

const rank = (text: string, told: Told = {}) => {
  const reading = readingOf(text, told)
  return rankEntries(reading, entriesFor(reading))
}
const placesOf = (text: string, told: Told = {}): string[] => rank(text, told).map(({ entry }) => keyOf(entry))

describe('though the search found the other first,', () => {
  const head = 'potters-2024#t1.t'
  const cases: [why: string, text: string, better: string, worse: string][] = [
    ['the row that holds the value stands before the table’s head', '柴窑补贴多少万元', 'potters-2024#t1.r2', head],
    ['so does another row', '陶瓷工坊的气窑补贴多少钱', 'potters-2024#t1.r3', head],
    ['the row asked for stands before the row beside it', '气窑补贴多少钱', 'potters-2024#t1.r3', 'potters-2024#t1.r1'],
    ['a point stands before its lead-in', '申报单位在本市登记满几年', 'potters-2024#1.1', 'potters-2024#1.p1'],
    ['so does another point', '申报单位的工坊面积要多少', 'potters-2024#1.2', 'potters-2024#1.p1'],
    ['a paragraph stands before its heading', '每间书屋藏书多少册', 'library-2022#1.p1', 'library-2022#1'],
    ['the year asked for stands before another', '2021年陶瓷工坊面积要多少', 'potters-2021#1.2', 'potters-2024#1.2'],
    ['so it does the other way round', '2024年陶瓷工坊面积要多少', 'potters-2024#1.2', 'potters-2021#1.2'],
    ['the text stands before its title', '乡村书屋每周开放几天', 'library-2022#2.p1', 'library-2022#title'],
  ]
  test.each(cases)('%s: %s', (_, text, better, worse) => {
    const places = placesOf(text, { hits: [worse, better] })
    expect(places[0]).toBe(better)
    expect(places).toContain(worse)
  })

  test.each([
    ['2023年灯塔修缮补助多少', 'harbour-2023#2.2', 'harbour-2023#1.2'],
    ['2023年泊位改造补助多少', 'harbour-2023#1.2', 'harbour-2023#2.2'],
  ])('another programme than the one named is left out: %s', (text, better, worse) => {
    const places = placesOf(text, { hits: [worse, better] })
    expect(places[0]).toBe(better)
    expect(places).not.toContain(worse)
  })

  test('a follow-up’s notice stands before another that says the same', () => {
    const hits = ['harbour-2020#2.2', 'harbour-2023#2.2']
    const [here, there] = [2023, 2020].map((year) => ({ notice: `harbour-${year}` }))
    expect(placesOf('灯塔修缮补助多少', { hits, scope: here! })[0]).toBe('harbour-2023#2.2')
    expect(placesOf('灯塔修缮补助多少', { hits, scope: there! })[0]).toBe('harbour-2020#2.2')
  })
})

describe('a ranking', () => {
  const text = '2023年已获补贴的减半吗'
  const hits = ['potters-2024#2', 'potters-2024#2.p1', 'potters-2021#2.p1']

  test('has each clause once, by its best passage, in the order of the scores', () => {
    const ranked = rank(text, { hits })
    expect(new Set(ranked.map(({ entry }) => entry)).size).toBe(ranked.length)
    expect(ranked.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a))
    for (const { score, fit, best, entry } of ranked) {
      expect(best.passage.entry).toBe(entry)
      const weighed = featureNames.map((name) => learned.ranking[name] * best.features[name])
      expect(weighed.reduce((sum, value) => sum + value, fit)).toBe(score)
    }
    const [first] = ranked
    expect(first?.best.passage).toBe(passagesOf(madeUp, entryAt(madeUp, 'potters-2024#2.p1'))[1])
  })

  test('is the same whatever order the clauses come in', () => {
    const reading = readingOf(text, { hits })
    const entries = [...entriesFor(reading)]
    const scores = (list: typeof entries) =>
      new Map(rankEntries(reading, list).map(({ entry, score }) => [keyOf(entry), score]))
    expect(scores(entries.toReversed())).toEqual(scores(entries))
  })

  test('keeps the order of what scores the same, and is empty for nothing', () => {
    const reading = readingOf('哈哈')
    const twins = ['potters-2021#1.3', 'harbour-2020#1.2'].map((place) => entryAt(madeUp, place))
    expect(rankEntries(reading, [...twins, ...twins]).length).toBe(2)
    expect(rankEntries(reading, [])).toEqual([])
  })
})

describe('the clauses that may answer', () => {
  test('are those found, and those of the notices named that speak to what is asked', () => {
    const places = [...entriesFor(readingOf('乡村书屋藏书多少', { hits: ['potters-2024#1.1'] }))].map(keyOf)
    expect(places[0]).toBe('potters-2024#1.1')
    expect(places).toContain('library-2022#1.p1')
    expect(places).not.toContain('library-2022#2')
  })

  test('are those around a clause found, too', () => {
    const places = [...entriesFor(readingOf('恐龙化石和隧道窑', { hits: ['potters-2024#1.2'] }))].map(keyOf)
    expect(new Set(places)).toEqual(
      new Set(['potters-2024#1.2', 'potters-2024#1', 'potters-2024#1.1', 'potters-2024#1.3']),
    )
  })

  test('are all of the notice spoken of, where a follow-up names none', () => {
    const places = [...entriesFor(readingOf('哈哈', { scope: { notice: 'library-2022' } }))].map(keyOf)
    expect(places).toContain('library-2022#3.p1')
    expect(places.every((place) => place.startsWith('library-2022#'))).toBe(true)
  })

  test('are none where nothing is found or named', () => {
    expect(entriesFor(readingOf('恐龙化石和隧道窑')).size).toBe(0)
  })

  test('are all of the newest notice with a programme, where a question says little else than what it asks', () => {
    const places = [...entriesFor(readingOf('给多少钱'))].map(keyOf)
    expect(places).toContain('harbour-2023#1.2')
    expect(places.every((place) => place.startsWith('harbour-2023#'))).toBe(true)
  })

  test('are without hits that are no longer there', () => {
    const reading = readingOf('恐龙化石和隧道窑')
    reading.hits.set('gone#1', { share: 1, rank: 0, coverage: 1 })
    expect(entriesFor(reading).size).toBe(0)
  })
})
