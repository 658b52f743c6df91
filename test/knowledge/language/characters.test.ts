import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  boundaryBefore,
  cutTo,
  cutToUnits,
  isSingle,
  lengthOf,
  pairsOf,
  shortened,
  storable,
  storableJson,
  stretchesOf,
} from '../../../knowledge/language/characters.ts'
import { anyBrokenText, anyText, expectWhole } from '../../support/any-text.ts'

const graphemesOf = (text: string) => [...new Intl.Segmenter('zh').segment(text)].map(({ segment }) => segment)

const cuts: [text: string, most: number, beginning: string][] = [
  ['专利转化', 2, '专利'],
  ['专利', 2, '专利'],
  ['𠮷𠮷𠮷', 2, '𠮷𠮷'],
  ['李𣲗，医院', 2, '李𣲗'],
  ['好👨‍👩‍👧', 3, '好'],
  ['好👨‍👩‍👧', 6, '好👨‍👩‍👧'],
  ['🇨🇳🇨🇳', 3, '🇨🇳'],
  ['葛\u{e0100}城', 1, '葛'],
  ['中e\u0301', 2, '中'],
  [`e${'\u0301'.repeat(9)}`, 3, 'e\u0301\u0301'],
  ['👨‍👩‍👧', 2, '👨\u200d'],
  ['专利', 0, ''],
]

describe('a text is cut between grapheme clusters', () => {
  for (const [text, most, beginning] of cuts)
    test(`${most} of ${text} are ${beginning || 'nothing'}`, () => {
      expect(cutTo(text, most)).toBe(beginning)
      expect(shortened(text, most)).toBe(beginning === text ? text : `${beginning}…`)
    })

  test('whatever the text: a beginning, within the limit, whole, and as long as it may be', () => {
    fc.assert(
      fc.property(anyText(400), fc.nat(400), (text, most) => {
        for (const [short, size] of [
          [cutTo(text, most), lengthOf],
          [cutToUnits(text, most), (part: string) => part.length],
        ] as const) {
          expect(text.startsWith(short)).toBe(true)
          expect(short.isWellFormed()).toBe(true)
          expect(size(short)).toBeLessThanOrEqual(most)
          const next = graphemesOf(text.slice(short.length))[0] ?? ''
          if (short !== text) expect(size(short + next)).toBeGreaterThan(most)
        }
      }),
    )
  })

  test('a boundary is where the segmenter of the whole text has one, unless the first cluster is too long', () => {
    fc.assert(
      fc.property(anyText(200), fc.nat(200), (text, unit) => {
        const ends = graphemesOf(text).reduce((all, part) => [...all, all.at(-1)! + part.length], [0])
        const due = ends.findLast((end) => end <= unit)!
        if (due > 0) expect(boundaryBefore(text, unit)).toBe(due)
      }),
    )
  })
})

test('characters are code points', () => {
  fc.assert(
    fc.property(anyText(200), fc.integer({ min: 1, max: 4 }), (text, size) => {
      const characters = [...text]
      expect(lengthOf(text)).toBe(characters.length)
      expect(isSingle(text)).toBe(characters.length === 1)
      expect(stretchesOf(text, 1)).toEqual(characters)
      const stretches = stretchesOf(text, size)
      expect(stretches).toHaveLength(Math.max(0, characters.length - size + 1))
      for (const stretch of stretches) expect(lengthOf(stretch)).toBe(size)
    }),
  )
  expect(pairsOf('李𣲗人')).toEqual(['李𣲗', '𣲗人'])
})

test('what is storable is well-formed, without null characters, and otherwise as it was', () => {
  fc.assert(
    fc.property(anyBrokenText(200), (text) => {
      expectWhole(storable(text), text)
      if (text.isWellFormed()) expect(storable(text)).toBe(text.replaceAll('\0', ''))
      expect(storableJson({ [text]: [text, 1, null, { text }] })).toEqual({
        [storable(text)]: [storable(text), 1, null, { text: storable(text) }],
      })
    }),
  )
})
