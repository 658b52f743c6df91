import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storable } from '../../../knowledge/language/characters.ts'
import { fold } from '../../../knowledge/finding/catalogue.ts'
import { factAt } from '../../../services/eligibility/document-facts.ts'
import { facts } from '../eligibility/resolved.ts'
import { readAnswer } from '../../../services/interview/answers/read-answer.ts'
import { anyText, expectWhole } from '../../support/any-text.ts'
import { answering } from '../../support/answering.ts'

const { ask } = await answering()

const plain = '2025年运营中心要多少件有效发明专利'
const shapes: [how: string, text: string][] = [
  ['in full width', '２０２５年运营中心要多少件有效发明专利'],
  ['in mathematical digits', '𝟐𝟎𝟐𝟓年运营中心要多少件有效发明专利'],
  ['with compatibility ideographs', plain.replaceAll('年', '\uf98e').replaceAll('利', '\uf9dd')],
  ['with Kangxi radicals', plain.replaceAll('心', '⼼').replaceAll('用', '⽤')],
  ['with zero-width blanks', [...plain].join('\u200b')],
  ['with soft hyphens', [...plain].join('\u00ad')],
  ['within bidi controls', `\u202e\u2067${plain}\u2069\u202c`],
  ['with variation selectors', [...plain].join('\u{e0100}')],
  ['with private characters', `\ue000${plain}\u{10ffff}`],
]

describe('a question is read the same', () => {
  for (const [how, text] of shapes)
    test(how, async () => {
      const [usual, other] = [await ask(plain), await ask(text)]
      expect(usual.places).toContain('medical-2025#1.2.1')
      expect({ text: other.text, places: other.places }).toEqual({ text: usual.text, places: usual.places })
    })

  test('as an answer of an interview', () => {
    const said: [string, unknown][] = [
      ['𝟏𝟐𝟎件', 120],
      ['1\u200b20\u200b件', 120],
      ['\u202a１２０\u202c', 120],
    ]
    for (const [typed, value] of said)
      expect(readAnswer(factAt(facts, 'validInventionPatents'), typed, [100]), typed).toMatchObject({
        kind: 'value',
        value,
      })
    expect(readAnswer(factAt(facts, 'inventoryCompleted'), '是\ufe0f', [])).toMatchObject({
      kind: 'value',
      value: true,
    })
  })
})

test('folding is final, and leaves no half of a pair', () => {
  fc.assert(
    fc.property(anyText(300), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      expectWhole(fold(text).replaceAll('\0', ''), text)
    }),
  )
})

test('a private character is never taken for a word that stands in its place for a while', async () => {
  const signs = Array.from({ length: 64 }, (_, at) => String.fromCharCode(0xe000 + at)).join('')
  const [usual, odd] = [await ask('任务书怎么写'), await ask(`任务书${signs}怎么写`)]
  expect([odd.text, odd.memory]).toEqual([usual.text, usual.memory])
})

test('whatever is asked, the answer, its quotes and what is remembered of it are whole', async () => {
  await fc.assert(
    // As the conversation hands it on.
    fc.asyncProperty(anyText(300).map(storable), anyText(300).map(storable), async (first, second) => {
      const before = await ask(first)
      const asked = await ask(second, before.memory)
      for (const one of [before, asked])
        expectWhole([one.text, one.citations, one.memory, one.answer.actions], `${first} ${second}`)
    }),
    { numRuns: 60 },
  )
}, 120_000)
