import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumber } from '../../../knowledge/importing/list-numbers.ts'
import { readContacts } from '../../../knowledge/language/contact.ts'
import { readDates } from '../../../knowledge/language/date.ts'
import { type Bound, readFigures } from '../../../knowledge/language/figure.ts'

const wide = (text: string) => text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const spaced = (text: string) => [...text].join(' ')

/** The same whole number as it may be printed. */
const notations = [
  String,
  (value: number) => wide(String(value)),
  (value: number) => value.toLocaleString('en'),
  (value: number) => (value < 10_000 ? chineseNumber(value) : String(value)),
  (value: number) => (value % 1000 === 0 ? `${value / 10_000}万` : String(value)),
]
const units = ['件', '家', '次', '份', '项', '元', '平方米', '%', '倍', '个工作日', '小时', '周岁']
const canonical: Record<string, string> = { 个工作日: '工作日' }
const bounds: [Bound, (figure: string) => string][] = [
  ['atLeast', (figure) => `不少于${figure}`],
  ['atLeast', (figure) => `${figure}以上`],
  ['atMost', (figure) => `不超过${figure}`],
  ['atMost', (figure) => `${figure}以内`],
  ['moreThan', (figure) => `超过${figure}`],
  ['lessThan', (figure) => `不满${figure}`],
  ['about', (figure) => `约${figure}`],
  ['about', (figure) => `${figure}左右`],
  ['exactly', (figure) => figure],
]

const figure = fc.record({
  value: fc.integer({ min: 2, max: 9_999_999 }),
  unit: fc.constantFrom(...units),
  notation: fc.constantFrom(...notations),
  bounded: fc.constantFrom(...bounds),
})
type Stated = { value: number; unit: string; notation: (value: number) => string; bounded: (typeof bounds)[number] }
const print = ({ value, unit, notation, bounded: [, bind] }: Stated) => bind(`${notation(value)}${unit}`)
const read = (text: string) => readFigures(text).map(({ value, unit, bound }) => ({ value, unit, bound }))
const stated = ({ value, unit, bounded: [bound] }: Stated) => ({ value, unit: canonical[unit] ?? unit, bound })

/** Text that states no figure itself. */
const idle = fc.constantFrom(
  '',
  '申报单位的有效发明专利',
  '𠮷𠮷，',
  '一次性支持第三方：',
  '（一）条件为',
  '根据《三年行动方案（2021-2023）》，',
)

describe('whatever is printed is read back', () => {
  test('figures in every notation, unit and bound', () => {
    fc.assert(
      fc.property(figure, (said) => {
        expect(read(print(said)), print(said)).toEqual([stated(said)])
      }),
      { numRuns: 500 },
    )
  })
  test('with the text around it left as it is, and its offsets with it', () => {
    fc.assert(
      fc.property(
        idle,
        figure,
        fc.constantFrom('', '。', '；逾期不予受理', '的，\n一般优先'),
        (before, said, after) => {
          const text = `${before}${print(said)}${after}`
          expect(read(text), text).toEqual([stated(said)])
          const [found] = readFigures(text)
          expect(text.slice(found!.from, found!.to)).toBe(print(said))
        },
      ),
      { numRuns: 500 },
    )
  })
  test('with white space between all characters', () => {
    fc.assert(
      fc.property(figure, (said) => {
        expect(read(spaced(print(said))), print(said)).toEqual([stated(said)])
      }),
    )
  })
  test('ranges', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 900 }),
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom(...units),
        (low, more, unit) => {
          for (const sign of ['-', '至', '—', '～'])
            expect(readFigures(`${low}${sign}${low + more}${unit}`), `${low}${sign}${low + more}${unit}`).toMatchObject(
              [{ value: low, upTo: low + more, unit: canonical[unit] ?? unit }],
            )
        },
      ),
    )
  })
  test('days', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(days, (date) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
        const spelt = [...String(year)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('')
        const written = [
          `${year}年${month}月${day}日`,
          wide(`${year}年${month}月${day}日`),
          `${year}-${month}-${day}`,
          `${year}/${month}/${day}`,
          `${spelt}年${chineseNumber(month)}月${chineseNumber(day)}日`,
        ]
        for (const text of written) {
          expect(readDates(`于${text}前报送`), text).toMatchObject([{ year, month, day, edge: 'before' }])
          expect(readFigures(`于${text}前报送`), text).toEqual([])
        }
      }),
    )
  })
})

describe('a change is noticed', () => {
  test('of a digit', () => {
    fc.assert(
      fc.property(figure, fc.nat(6), fc.integer({ min: 1, max: 9 }), (said, at, step) => {
        const digits = [...String(said.value)]
        const place = at % digits.length
        digits[place] = String((Number(digits[place]) + step) % 10)
        const other = { ...said, value: Number(digits.join('')) }
        fc.pre(digits[0] !== '0' && other.value > 1)
        expect(read(print(other))).not.toEqual(read(print(said)))
      }),
    )
  })
  test('of a bound', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(...bounds), (said, bounded) => {
        fc.pre(bounded[0] !== said.bounded[0])
        expect(read(print({ ...said, bounded }))).not.toEqual(read(print(said)))
      }),
    )
  })
})

describe('any text at all', () => {
  const signs =
    '0159０５.,，-—~:/%％万亿元件个十百几多约不少于超过以上下内年月日号前后至到第（）一《》〔〕 \n\t𠮷AaZz@每半两成分之'
  const anything = fc.string({ maxLength: 60, unit: fc.constantFrom(...signs) })
  test('is read in order, without overlap and within the text', () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const found of [readFigures(text), readDates(text, { today: '2025-06-01' }), readContacts(text)]) {
          let last = 0
          for (const { start, end } of found) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            last = end
          }
          expect(last).toBeLessThanOrEqual(text.length)
        }
        for (const { value, upTo = value, from, start, end, to } of readFigures(text)) {
          expect(Number.isFinite(value) && Number.isFinite(upTo)).toBe(true)
          expect(from <= start && end <= to).toBe(true)
        }
      }),
      { numRuns: 3000 },
    )
  })

  const hundredThousand = (piece: string) => piece.repeat(Math.ceil(100_000 / piece.length))
  const pieces = [
    '1',
    '一',
    '1,',
    '1、',
    '1-',
    '每',
    '不少于',
    '《',
    '〔2',
    'a',
    'a/',
    'A1 ',
    'a@',
    '1 ',
    '第一',
    '十百',
    '（',
    '2025年',
    '至',
    '\n1',
    ' ',
    '路1号',
    '近',
    '1:1',
  ]
  // Quadratic work would take many minutes; linear work takes a second or two, and ten times that on a busy machine.
  test.each(pieces)('of a hundred thousand characters is read in linear time: %j', { timeout: 180_000 }, (piece) => {
    const text = hundredThousand(piece)
    const start = performance.now()
    readFigures(text)
    readDates(text)
    expect(performance.now() - start).toBeLessThan(90_000)
  })
})
