import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, foldSpace, foldWidth, squeeze } from '../../../knowledge/language/clean-text.ts'
import { condense, placeOf } from '../../../knowledge/language/condense.ts'
import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { anyText } from '../../support/any-text.ts'

const cleaned: [text: string, clean: string][] = [
  ['有效发明\n专利', '有效发明专利'],
  ['产业科 裴若松', '产业科 裴若松'],
  ['申 报 条 件', '申报条件'],
  ['达到 100 件', '达到100件'],
  ['联系人：裴若松 55501123', '联系人：裴若松 55501123'],
  ['　　各有关单位：', '各有关单位：'],
  ['PCT  patent 20', 'PCT patent 20'],
  ['２０２５年６月', '2025年6月'],
  ['Ａ４纸', 'A4纸'],
  ['５０％', '50%'],
  ['达到６０件,其中', '达到60件，其中'],
  ['合格;不合格', '合格；不合格'],
  ['申报条件:注册满三年', '申报条件：注册满三年'],
  ['予以支持.具体如下', '予以支持。具体如下'],
  ['增长20%.', '增长20%。'],
  ['(一)申报对象', '（一）申报对象'],
  ['«专利法»', '《专利法》'],
  ['财建﹝2019﹞50号', '财建〔2019〕50号'],
  ['1：2配套', '1:2配套'],
  ['17：00前', '17:00前'],
  ['https://a.example.cn/b', 'https://a.example.cn/b'],
  ['1,200元', '1,200元'],
  ['4.66件', '4.66件'],
  ['版本2.1', '版本2.1'],
  ['𠮷 林', '𠮷林'],
  ['', ''],
]

describe('a text is cleaned of what layout left', () => {
  test.each(cleaned)('%j is %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean)
  })
  test('once is enough', () => {
    for (const [, clean] of cleaned) expect(cleanText(clean)).toBe(clean)
  })
})

const shapes: [text: string, folded: string][] = [
  ['⾮本市', '非本市'],
  ['⽬标', '目标'],
  ['𝟐𝟎𝟐𝟓年', '2025年'],
  ['专\u200b利', '专利'],
  ['\ufeff专利', '专利'],
  ['专\u00ad利', '专利'],
  ['葛\u{e0100}城', '葛城'],
  ['２０２５', '2025'],
  ['㎡', '㎡'],
]

describe('signs that read alike have one shape', () => {
  test.each(shapes)('%j is %j', (text, folded) => {
    expect(foldShapes(text)).toBe(folded)
  })
  test('and a folded text is folded already', () => {
    fc.assert(
      fc.property(anyText(100), (text) => {
        const once = foldShapes(text)
        expect(foldShapes(once)).toBe(once)
      }),
    )
  })
})

test('folding widths keeps length and offsets', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      const folded = foldWidth(text)
      expect(folded).toHaveLength(text.length)
      for (let at = 0; at < text.length; at++)
        if (/[\p{Script=Han}，。]/u.test(text[at]!)) expect(folded[at]).toBe(text[at])
    }),
  )
})

test('folding and squeezing white space takes nothing else', () => {
  fc.assert(
    fc.property(anyText(200), (text) => {
      expect(squeeze(foldSpace(text))).toBe(squeeze(text))
      expect(squeeze(text)).not.toMatch(/\s/u)
    }),
  )
})

const condensed: [text: string, condensed: string][] = [
  ['不 少 于 ２０ 件', '不少于20件'],
  ['1 2 0 件', '120件'],
  ['PCT 20', 'PCT 20'],
  ['2025 年 6 月\n13 日', '2025年6月13日'],
  ['1∶2', '1:2'],
  ['3—5', '3-5'],
  ['３～５', '3~5'],
  ['(一)', '（一）'],
  ['≧90', '≥90'],
  ['12\n34', '12 34'],
  ['𠮷 件', '𠮷件'],
]

describe('a text is condensed for its readers', () => {
  test.each(condensed)('%j is %j', (text, short) => {
    expect(condense(text).text).toBe(short)
  })

  test('and every place of it is one of the text given, in order', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const { text: short, at, lines } = condense(text)
        expect(at).toHaveLength(short.length + 1)
        expect(at.at(-1)).toBe(text.length)
        for (let unit = 1; unit < at.length; unit++) expect(at[unit]).toBeGreaterThan(at[unit - 1]!)
        for (const line of lines) expect(line).toBeLessThanOrEqual(short.length)
        for (let unit = 0; unit < short.length; unit++) {
          const { start, end } = placeOf({ text: short, at, lines }, unit, unit + 1)
          if (/\p{Script=Han}/u.test(short[unit]!)) expect(text.slice(start, end)).toBe(short[unit])
        }
      }),
    )
  })
})
