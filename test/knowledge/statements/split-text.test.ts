import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cut, depths, isBalanced, splitSentences, stretch } from '../../../knowledge/statements/split-text.ts'
import { anyText } from '../../support/any-text.ts'

/** Sentences apart by 。, their segments by ；, the chunks of each by ，, a label before ：. */
const inShort = (text: string): string[] =>
  splitSentences(text).map(({ label, segments }) => {
    const body = segments.map(({ chunks }) => chunks.map((chunk) => chunk.text).join(' | ')).join(' ‖ ')
    return label ? `${label.text} : ${body}` : body
  })

const sentences: [text: string, ...sentences: string[]][] = [
  ['甲，乙。丙；丁，戊。', '甲 | 乙', '丙 ‖ 丁 | 戊'],
  ['一行\n二行', '一行', '二行'],
  ['甲！乙？丙', '甲', '乙', '丙'],
  ['甲（乙，丙；丁。戊），己。', '甲（乙，丙；丁。戊） | 己'],
  ['《关于甲，乙的通知。》，丙', '《关于甲，乙的通知。》 | 丙'],
  ['“甲，乙。”丙', '“甲，乙。”丙'],
  ['金额1,200元，达到', '金额1,200元 | 达到'],
  ['9:30至10:00，开会', '9:30至10:00 | 开会'],
  ['标准：甲，乙；丙', '标准 : 甲 | 乙 ‖ 丙'],
  ['标准：甲：乙', '标准：甲：乙'],
  ['提交下列材料：', '提交下列材料：'],
  ['甲;乙,丙', '甲 ‖ 乙 | 丙'],
  ['。。', ''],
  [' 甲 ， 乙 ', '甲 | 乙'],
  ['', ''],
  ['甲（乙，丙', '甲（乙，丙'],
  ['甲）乙，丙', '甲）乙 | 丙'],
  ['𠮷，𣲗。', '𠮷 | 𣲗'],
]

describe('a text is split where sentences, segments and chunks end', () => {
  test.each(sentences.map(([text, ...said]) => [text, said.filter((one) => one !== '')] as const))(
    '%j',
    (text, said) => {
      expect(inShort(text)).toEqual(said)
    },
  )

  test('and what is not said of the text is left out, from where it starts', () => {
    expect(splitSentences('（一）甲。乙', 3).map(({ text }) => text)).toEqual(['甲', '乙'])
  })
})

const balanced: [text: string, isBalanced: boolean][] = [
  ['甲（乙）丙', true],
  ['（甲（乙））', true],
  ['《甲（乙）》', true],
  ['（甲《乙）》', false],
  ['（甲', false],
  ['甲）', false],
  ['“甲‘乙’”', true],
  ['（甲)', false],
  ['', true],
]

test.each(balanced)('the brackets of %j match: %s', (text, is) => {
  expect(isBalanced(text)).toBe(is)
})

const deep: [text: string, depths: string][] = [
  ['甲（乙）丙', '00100'],
  ['《甲（乙）》', '011210'],
  ['甲）乙', '000'],
  ['𠮷（𣲗）', '000110'],
]

test.each(deep)('each unit of %s has its depth', (text, expected) => {
  expect(depths(text).join('')).toBe(expected)
})

test('a stretch has no white space at its ends, and one of nothing else is empty', () => {
  expect(stretch(' 甲 乙 ', 0, 5)).toEqual({ start: 1, end: 4, text: '甲 乙' })
  expect(stretch('   ', 0, 3).text).toBe('')
})

test('a sign within a bracket or a number cuts nothing', () => {
  const text = '甲，（乙，丙），1,200'
  expect(cut(text, depths(text), { start: 0, end: text.length }, /[，,]/u).map((part) => part.text)).toEqual([
    '甲',
    '（乙，丙）',
    '1,200',
  ])
})

const anything = fc.oneof(
  anyText(120),
  fc.array(fc.constantFrom(...'甲乙，；。：（）《》“”1,:\n 𠮷的'), { maxLength: 60 }).map((signs) => signs.join('')),
)

describe('whatever the text', () => {
  test('every part stands where it says, within the one above it and behind the one before it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        let last = 0
        for (const sentence of splitSentences(text)) {
          expect(sentence.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          last = sentence.end
          let within = sentence.start
          for (const segment of sentence.segments) {
            expect(segment.start).toBeGreaterThanOrEqual(within)
            expect(segment.end).toBeLessThanOrEqual(sentence.end)
            within = segment.end
            for (const chunk of segment.chunks) {
              expect(text.slice(chunk.start, chunk.end)).toBe(chunk.text)
              expect(chunk.text).toMatch(/\S/u)
              expect(chunk.text.isWellFormed()).toBe(text.slice(chunk.start, chunk.end).isWellFormed())
            }
          }
        }
        expect(depths(text)).toHaveLength(text.length)
      }),
      { numRuns: 400 },
    )
  })

  test('no sign but those that part sentences is lost', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const bare = (part: string) => part.replace(/[\s。！？，,；;：:]/gu, '')
        expect(
          splitSentences(text)
            .map(({ text: own }) => bare(own))
            .join(''),
        ).toBe(bare(text))
      }),
      { numRuns: 400 },
    )
  })
})
