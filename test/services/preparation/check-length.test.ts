import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLength, limitedFields } from '../../../services/preparation/check-length.ts'
import { countCharacters } from '../../../services/preparation/count-characters.ts'
import { programmeOf } from '../eligibility/resolved.ts'

describe('counting', () => {
  const cases: [string, number, number][] = [
    ['', 0, 0],
    ['知识产权', 4, 4],
    ['知识，产权。', 6, 6],
    ['知识 产权\n\n运营\u3000中心', 8, 8],
    ['PCT申请', 3, 5],
    ['有效发明专利120件', 8, 10],
    ['two words', 2, 8],
    ['𠮷野家', 3, 3],
    ['\ufeff一\u200b二', 2, 2],
  ]
  for (const [text, words, characters] of cases) {
    test(`${JSON.stringify(text)} has ${words} words and ${characters} characters`, () => {
      expect(countCharacters(text)).toEqual({ words, characters })
    })
  }

  test('Chinese text has as many words as characters, whatever blanks stand in it', () => {
    const sign = fc.constantFrom(...'知识产权运营中心，。；（）“”')
    fc.assert(
      fc.property(fc.array(sign), fc.array(fc.nat(50)), (signs, gaps) => {
        const text = [...signs]
        for (const at of gaps) text.splice(at, 0, ' ')
        expect(countCharacters(text.join(''))).toEqual({ words: signs.length, characters: signs.length })
      }),
    )
  })

  test('no text has more words than characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { words, characters } = countCharacters(text)
        expect(words).toBeLessThanOrEqual(characters)
      }),
    )
  })
})

test.each([
  ['字'.repeat(1000), 'within', '没有超过1000字'],
  ['字'.repeat(1001), 'over', '至少要删去1字'],
  [`${'字'.repeat(999)}PCT`, 'depends', '通知没有写明计算方法'],
])('a text is %#: held against the limit in both ways', (text, status, said) => {
  const checked = checkLength(text, 1000)
  expect(checked.status).toBe(status)
  expect(checked.text).toContain(said)
})

test('the fields with a limit carry it with its clause', () => {
  const fields = limitedFields(programmeOf('university-center-2022').preparation)
  expect(fields.map(({ limit, source }) => [limit, source.notice])).toEqual([
    [1000, 'university-2022'],
    [2000, 'university-2022'],
  ])
  expect(limitedFields(programmeOf('medical-center-2025').preparation)).toEqual([])
})
