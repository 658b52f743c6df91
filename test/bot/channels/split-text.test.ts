import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped } from '../../../bot/channels/telegram/html.ts'
import { splitText } from '../../../bot/channels/split-text.ts'

const within = (limit: number) => (part: string) => escaped(part).length <= limit
const bare = (text: string) => text.replace(/\s+/gu, '')
const anyText = fc.string({
  unit: fc.constantFrom('专', '利', '。', '，', '\n', '\n\n', ' ', '&', '<b>', '😀', 'a', '"'),
  maxLength: 400,
})

describe('a text of any kind', () => {
  test('is split into parts that fit, blank nowhere, with no character lost, added or cut', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 120 }), (text, limit) => {
        const parts = splitText(text, within(limit))
        expect(bare(parts.join(''))).toBe(bare(text))
        for (const part of parts) {
          expect(escaped(part).length).toBeLessThanOrEqual(limit)
          expect(part.trim()).not.toBe('')
          expect(part.isWellFormed()).toBe(true)
        }
      }),
    )
  })

  test('stays whole where it fits', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(splitText(text, () => true)).toEqual(text.trim() === '' ? [] : [text.trim()])
      }),
    )
  })
})

describe('a long text is cut where it makes most sense', () => {
  const cases: { between: string; text: string; parts: string[] }[] = [
    {
      between: 'paragraphs',
      text: '一段一句。再一句。\n\n二段一行\n二行。',
      parts: ['一段一句。再一句。', '二段一行\n二行。'],
    },
    {
      between: 'lines',
      text: '第一行的句子。\n第二行有两句。在这里。',
      parts: ['第一行的句子。', '第二行有两句。在这里。'],
    },
    { between: 'sentences', text: '这是第一句话。这是第二句话，很长', parts: ['这是第一句话。', '这是第二句话，很长'] },
    {
      between: 'a sentence with its closing quote and the next',
      text: '他说“可以申报。”后来又说不可以',
      parts: ['他说“可以申报。”', '后来又说不可以'],
    },
    {
      between: 'parts of a sentence',
      text: '有效发明专利，产业化率和到账金额',
      parts: ['有效发明专利，', '产业化率和到账金额'],
    },
    { between: 'words', text: 'twelve valid patents', parts: ['twelve valid', 'patents'] },
    { between: 'characters at worst', text: '专利产业化知识产权运营中心', parts: ['专利产业化知识产权运营', '中心'] },
  ]
  test.each(cases)('between $between', ({ text, parts }) => {
    expect(splitText(text, (part) => part.length <= Math.max(11, ...parts.map(({ length }) => length)))).toEqual(parts)
  })
})
