import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import surnames from '../../../knowledge/lexicon/surnames.json' with { type: 'json' }
import { loadNotices } from '../../../knowledge/load-notices.ts'
import { findPersonal, mask, publicKeys } from '../../../services/privacy/mask.ts'
import { readSamples, type SampleDialogue, type SampleQuestion } from '../../support/judge.ts'

const folder = new URL('../../fixtures/samples/', import.meta.url).pathname
const notices = loadNotices()

const cases: [typed: string, kept: string][] = [
  ['我的手机是13812345678，请回电', '我的手机是[手机号]，请回电'],
  ['138 1234 5678', '[手机号]'],
  ['138-1234-5678或139 123 45678', '[手机号]或[手机号]'],
  ['+86 13812345678、8613812345678', '[手机号]、[手机号]'],
  ['１３８１２３４５６７８', '[手机号]'],
  ['138\u200b1234\u200b5678', '[手机号]'],
  ['tel13812345678，微信wx13812345678', 'tel[手机号]，微信[微信号]'],
  ['座机021-58881234转801', '座机[电话]'],
  ['(021)58881234，（021）5888 1234', '[电话]，[电话]'],
  ['0512 6288 1234', '[电话]'],
  ['电话58881234', '电话[电话]'],
  ['打5888-1234找我', '打[电话]找我'],
  ['座机：628-8123', '座机：[电话]'],
  ['400-820-8820', '[电话]'],
  ['身份证31010119900307123X', '身份证[证件号]'],
  ['310101 19900307 123x', '[证件号]'],
  ['老证号310101900307123', '老证号[证件号]'],
  ['卡6222021001122334455', '卡[银行卡号]'],
  ['6222 0210 0112 2334 455', '[银行卡号]'],
  ['4392258812345678', '[银行卡号]'],
  ['发到Zhang.San+1@mail.example.com.cn吧', '发到[邮箱]吧'],
  ['zhang＠example．com', '[邮箱]'],
]

describe('what identifies a person is masked', () => {
  test.each(cases)('%s', (typed, kept) => expect(mask(typed)).toBe(kept))
})

const plain = [
  '2025年运营中心要100件以上有效发明专利，500万元到账。',
  '沪知局促〔2025〕11号、GB/T33251-2016、2025-06-13、20250613、2025.6.13',
  '2022 2023 2024 2025年，2022-2023',
  '专利号ZL202110138123.4，申请号202110138123.4，CN113812345678A',
  '到账23170420元，23170420.5万，约5000000元',
  '圆周率3.14159265358979',
  '100 30 20 50 10 500',
  '邮编200127，世博村路300号',
]

describe('what is no person’s stays', () => {
  test.each(plain)('%s', (text) => expect(mask(text)).toBe(text))

  test('the sample questions stay as they are', () => {
    const questions = readSamples<SampleQuestion>(`${folder}questions.jsonl`).map(({ question }) => question)
    const said = readSamples<SampleDialogue>(`${folder}dialogues.jsonl`).flatMap(({ turns }) =>
      turns.map(({ say }) => say),
    )
    expect(questions.length).toBeGreaterThan(30)
    for (const text of [...questions, ...said]) expect(mask(text)).toBe(text)
  })

  test('what the notices print is known and can be told from what people type', () => {
    const known = publicKeys(notices.flatMap(({ clauses }) => clauses.map(({ text }) => text)))
    expect(known).toContain('02123170420')
    expect(known).toContain('sipa70422@163.com')
    for (const { text } of notices.flatMap(({ clauses }) => clauses))
      expect(mask(text, (key) => known.has(key))).toBe(text)
    expect(mask('打021-23170420还是13812345678', (key) => known.has(key))).toBe('打021-23170420还是[手机号]')
  })
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const gap = fc.constantFrom('', ' ', '-', '－', '\u3000')
const day = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
const monthAndDay = day.map((numbers) => numbers.map((number) => String(number).padStart(2, '0')).join(''))

const personal = fc
  .oneof(
    fc.tuple(fc.constantFrom('13', '15', '18', '19'), digits(1), gap, digits(4), gap, digits(4)),
    fc
      .tuple(digits(5), fc.constantFrom('1970', '1988', '2003'), monthAndDay, digits(3), fc.constantFrom('X', 'x', '7'))
      .map((parts) => ['3', ...parts]),
    fc.tuple(digits(5), fc.constantFrom('70', '88'), monthAndDay, digits(3)).map((parts) => ['3', ...parts]),
    fc
      .integer({ min: 14, max: 17 })
      .chain(digits)
      .map((rest) => ['62', rest]),
    fc.tuple(fc.constantFrom('021', '010', '0512'), gap, fc.constantFrom('5', '6'), digits(7)),
    fc.tuple(
      fc.stringMatching(/^[a-z][a-z\d]{0,8}$/),
      fc.constantFrom('@', '＠'),
      fc.stringMatching(/^[a-z\d]{1,8}$/),
      fc.constantFrom('.com', '.org.cn'),
    ),
  )
  .map((parts) => parts.join(''))

/** Words around it, which hold no digit, no Latin letter, no surname and nothing that could join a number. */
const words = fc
  .stringMatching(/^[\u4e00-\u9fa5，。：；？！（）]{0,12}$/)
  .map((text) => [...text].map((sign) => (surnames.includes(sign) ? '之' : sign)).join(''))

describe('whatever stands around it', () => {
  test('what identifies a person goes and the rest stays', () => {
    fc.assert(
      fc.property(words, personal, words, (before, own, after) => {
        const kept = mask(`${before}${own}${after}`)
        expect(kept).toMatch(/\[(手机号|证件号|银行卡号|电话|邮箱)\]/)
        expect(kept.startsWith(before) && kept.endsWith(after)).toBe(true)
        expect(kept.slice(before.length, kept.length - after.length)).not.toMatch(/\d{4}|@/)
      }),
      { numRuns: 2000 },
    )
  })

  test('what stands for a number is no word before the next one', () => {
    const kept = mask('1300000－00071300000　6000021　50000000')
    expect(mask(kept)).toBe(kept)
  })

  test('masking twice is masking once, and finds nothing more', () => {
    const texts = fc
      .array(fc.oneof(words, personal, fc.string({ unit: 'binary' }), digits(6)))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const kept = mask(text)
        expect(mask(kept)).toBe(kept)
        expect(findPersonal(kept)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

test('a long message is masked at once, whatever it holds', () => {
  const texts = [
    '1'.repeat(2000),
    '1-'.repeat(1000),
    'a@'.repeat(1000),
    'a.'.repeat(1000),
    '86 '.repeat(666),
    '电话 '.repeat(600),
    '1.2,'.repeat(500),
    '王老师'.repeat(600),
    '路1号'.repeat(600),
    '联系人王'.repeat(500),
    '微信a'.repeat(600),
  ]
  for (const text of texts) {
    const start = performance.now()
    mask(text.repeat(5))
    // In time linear to its length: one that is quadratic takes minutes.
    expect(performance.now() - start).toBeLessThan(5000)
  }
})

test('what only looks like a mail address in words is masked or left, and never stops a message', () => {
  for (const said of ['is @is .com', 'is @ qq.com', '邮箱是 @ .', 'at at at'])
    expect(mask(said)).toEqual(expect.any(String))
})
