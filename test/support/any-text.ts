import fc from 'fast-check'
import { expect } from 'vitest'

/** Ideographs beyond the basic plane: in personal names, in names of elements and alloys, and one of each extension. */
export const rareIdeographs = [...'𣲗𭎬𬭎𬬻𠮷𡘙𪜀𫝀𫠝𬺰𰻝𱍐𮯰𫖯']

/** Each is one character to a reader and several code points, or one that other programs stumble over. */
const oddities = [
  '👨‍👩‍👧‍👦',
  '🏳️‍🌈',
  '👍🏽',
  '🇨🇳',
  '1️⃣',
  '葛\u{e0100}',
  'e\u0301',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍',
  '\u202e文本\u202c',
  '\u2066专利\u2069',
  '⾮本市',
  '⽬标',
  '豈更',
  '丽',
  '２０２５年',
  'ＩＰ',
  '𝟐𝟎𝟐𝟓年',
  '①',
  '㈱',
  '㎡',
  'ﬁ',
  '\u200b',
  '\u00ad',
  '\ufeff',
  '\ue000',
  '\u{10ffff}',
  '\ufffe',
  '\ufdd0',
  '\u3164',
  '\u2028',
]

const questions = [
  '2025年运营中心要多少件有效发明专利',
  '我们医院能申报吗',
  '我叫',
  '合金专利可以申报吗',
  '经费是多少',
  '支持',
  '《',
  '》',
  '第',
  '条',
  '多少',
  '哪些',
  '瑞金医院要交什么',
  '100件',
  '/count ',
  '那促进中心呢',
  'deadline',
  '138 0013 8000',
  'a@b.cn',
]

/** Halves of pairs and the null character: what may come in as an escape in JSON and must never be kept. */
const broken = ['\ud83d', '\udc00', '\ud840\ud840', '\0']

const rare = fc.constantFrom(...rareIdeographs)
const piece = fc.oneof(
  fc.constantFrom(...questions),
  rare,
  fc.constantFrom(...oddities),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const joined = (pieces: fc.Arbitrary<string>, most = 12) =>
  fc.array(pieces, { minLength: 1, maxLength: most }).map((parts) => parts.join(''))

/** One thing over and over, behind some words. */
const runs = (most: number) =>
  fc
    .tuple(
      fc.constantFrom('', '9', '经费'),
      fc.constantFrom('😀', '𠮷', '\u0301', '\u0323', '👨‍👩‍👧', '⾮', '𝟗'),
      fc.integer({ min: 1, max: most }),
    )
    .map(([lead, unit, count]) => lead + unit.repeat(count))

/** Any well-formed text, NUL included; questions mixed with rare characters, and very long runs. At most `most` code points. */
export const anyText = (most = 2000): fc.Arbitrary<string> =>
  fc
    .oneof(
      { arbitrary: joined(piece), weight: 4 },
      { arbitrary: fc.string({ unit: 'binary', maxLength: 60 }), weight: 1 },
      { arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }), weight: 1 },
      { arbitrary: runs(most), weight: 1 },
    )
    .map((text) => [...text].slice(0, most).join(''))

/** The same with halves of surrogate pairs and null characters in it. */
export const anyBrokenText = (most = 2000): fc.Arbitrary<string> =>
  fc.oneof(anyText(most), joined(fc.oneof(piece, fc.constantFrom(...broken)))).map((text) => text.slice(0, most))

/** A text that somebody can see something of. */
export const isVisible = (text: string): boolean => /[^\s\p{Cc}\p{Cf}]/u.test(text.toWellFormed())

/** Every string in a value, keys included. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value instanceof Date || value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) => [key, ...stringsIn(one)])
}

/**
 * Fails where a text in a value is cut: holds half a pair, a null character or, where what came in was whole, the mark that
 * stands for half a pair.
 */
export function expectWhole(value: unknown, sent: string): void {
  const isWhole = sent.isWellFormed() && !sent.includes('\ufffd')
  for (const text of stringsIn(value)) {
    expect(text.isWellFormed(), JSON.stringify(text)).toBe(true)
    expect(text).not.toContain('\0')
    if (isWhole) expect(text).not.toContain('\ufffd')
  }
}
