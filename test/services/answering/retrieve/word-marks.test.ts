import { describe, expect, test } from 'vitest'
import { entriesFor } from '../../../../services/answering/retrieve/entries-for.ts'
import { rankEntries } from '../../../../services/answering/retrieve/rank.ts'
import { weightOfPairs, wordMarks } from '../../../../services/answering/retrieve/word-marks.ts'
import { learned } from '../../../../services/answering/retrieve/weights.ts'
import { entryAt, madeUp, readingOf } from './made-up.ts'

function marksOf(text: string, place: string): Map<string, boolean> {
  const reading = readingOf(text, { hits: [place] })
  const best = rankEntries(reading, entriesFor(reading)).find(({ entry }) => entry === entryAt(madeUp, place))!
  return new Map(wordMarks(reading, best).map(({ word, isHeld }) => [word, isHeld]))
}

describe('the words of a question against a clause', () => {
  test.each([
    ['柴窑的保险费', 'potters-2024#t1.r2', { 窑: true, 保险: false }],
    ['工坊面积要多大', 'potters-2024#1.2', { 面积: true }],
    ['申报条件里的面积', 'potters-2024#1.2', { 申报: true, 条件: true, 面积: true }],
    ['藏书的年龄限制', 'library-2022#1.p1', { 书: true, 年龄: false, 限制: false }],
  ])('%s', (text, place, expected) => {
    const marks = marksOf(text, place)
    for (const [word, isHeld] of Object.entries(expected)) {
      const found = [...marks].find(([mark]) => mark.includes(word))
      expect(found, `${word} in ${[...marks.keys()].join(' ')}`).toBeDefined()
      expect(found![1], word).toBe(isHeld)
    }
  })

  test('are each told once, without signs and numbers', () => {
    const reading = readingOf('面积，面积？120！', { hits: ['potters-2024#1.2'] })
    const [best] = rankEntries(reading, entriesFor(reading))
    expect(wordMarks(reading, best!)).toEqual([{ word: '面积', isHeld: true }])
  })
})

test('learned words are words, and each moves the gate', () => {
  const words = Object.entries(learned.words)
  expect(words.length).toBeGreaterThan(300)
  for (const [word, { held, missing }] of words) {
    expect(word).toMatch(/[\p{Script=Han}a-z]/u)
    expect(Math.max(Math.abs(held), Math.abs(missing)), word).toBeGreaterThan(0)
    expect(Math.max(Math.abs(held), Math.abs(missing)), word).toBeLessThan(2)
  }
})

test('a cue or word weighs with each slot of the clause that its line holds', () => {
  const tables = { cueSlots: { when: { dayBy: 0.5, term: -0.25 } }, wordSlots: { 窑: { money: 0.125 } } }
  const marks = [
    { word: '窑', isHeld: false },
    { word: '面积', isHeld: true },
  ]
  expect(weightOfPairs(['when', 'any'], marks, ['dayBy', 'money'], tables)).toBe(0.625)
  expect(weightOfPairs(['when', 'any'], marks, ['row'], tables)).toBe(0)
})
