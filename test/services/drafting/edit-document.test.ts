import { describe, expect, test } from 'vitest'
import { draftProgrammes } from '../../../services/drafting/draft-programmes.ts'
import { EditFault } from '../../../services/drafting/edit-condition.ts'
import { type DocumentEdit, editDocument } from '../../../services/drafting/edit-document.ts'
import { readDocument } from '../../../services/eligibility/document.ts'
import { binhai, jiangcheng } from './notices.ts'

const { document } = draftProgrammes(binhai())[0]!
const after = (edit: DocumentEdit, of = document) => {
  const edited = editDocument(of, edit)
  expect(readDocument(edited)).toEqual({ document: edited })
  return edited
}
const conditionOf = (edited: typeof document, id: string) => edited.criteria.find((one) => one.id === id)?.condition

describe('what staff change in a draft', () => {
  test('a limit, and the bound on its side', () => {
    expect(
      conditionOf(after({ edit: 'limit', criterion: 'c10', at: [], bound: 'lessThan', value: 85 }), 'c10'),
    ).toEqual({ fact: 'ziChanFuZhaiLv', lessThan: 85 })
    expect(
      conditionOf(after({ edit: 'limit', criterion: 'c4', at: [0, 0], bound: 'atLeast', value: 60 }), 'c4'),
    ).toMatchObject({ anyOf: [{ allOf: [{ atLeast: 60 }, { atLeast: 10 }] }, { atLeast: 5 }] })
  })

  test('how parts hold together', () => {
    expect(conditionOf(after({ edit: 'bind', criterion: 'c7', at: [], as: 3 }), 'c7')).toMatchObject({
      atLeastOf: { count: 3 },
    })
    expect(conditionOf(after({ edit: 'bind', criterion: 'c4', at: [], as: 'all' }), 'c4')).toHaveProperty('allOf')
  })

  test('a part that goes takes its question along, and one that is left alone stands for the whole', () => {
    const edited = after({ edit: 'drop', criterion: 'c4', at: [1] })
    expect(conditionOf(edited, 'c4')).toHaveProperty('allOf')
    expect(edited.facts).not.toHaveProperty('pCTGuoJiZhuanLiShenQing')
    expect(conditionOf(after({ edit: 'drop', criterion: 'c3', at: [0, 0] }), 'c3')).toMatchObject({
      allOf: [{ atLeast: 5 }, { if: {} }],
    })
  })

  test('a criterion that goes takes along what was to prove it', () => {
    const edited = after({ edit: 'drop', criterion: 'c11', at: [] })
    expect(edited.criteria).toHaveLength(document.criteria.length - 1)
    expect(edited.preparation.filter(({ proves }) => proves === 'c11')).toEqual([])
  })

  test('a question, its unit, a title, levels, the last day, the money', () => {
    expect(
      after({ edit: 'fact', fact: 'youXiaoFaMingZhuanLi', prompt: '有几件？', unit: '项' }).facts[
        'youXiaoFaMingZhuanLi'
      ],
    ).toMatchObject({ prompt: '有几件？', unit: '项' })
    expect(after({ edit: 'title', criterion: 'c2', title: '基本情况' }).criteria[1]!.title).toBe('基本情况')
    expect(conditionOf(after({ edit: 'options', criterion: 'c6', at: [0, 0], oneOf: ['正高级'] }), 'c6')).toMatchObject(
      { allOf: [{ anyOf: [{ oneOf: ['正高级'] }, {}] }, {}] },
    )
    expect(after({ edit: 'window', opens: null, closes: '2026-09-25' }).window).toEqual({
      quote: document.window.quote,
      closes: '2026-09-25',
    })
    expect(after({ edit: 'support', amountWan: 100, places: null }).support).toMatchObject({
      amountWan: 100,
      amountText: document.support.amountText,
    })
  })

  test('what could not be read is settled with words of their own, and not before', () => {
    const [draft] = draftProgrammes(jiangcheng())
    expect(() => editDocument(draft!.document, { edit: 'settle', part: 'criteria', id: 'c7' })).toThrow(EditFault)
    const filled = after(
      { edit: 'add', criterion: 'c7', ask: { kind: 'claim', need: '为国家级专精特新“小巨人”企业' } },
      draft!.document,
    )
    const settled = after({ edit: 'settle', part: 'criteria', id: 'c7' }, filled)
    expect(settled.criteria[6]).toMatchObject({ condition: { fact: 'guoJiaJiZhuanJingTeXinXiaoJuRenQiYe', is: true } })
    expect(settled.criteria[6]).not.toHaveProperty('review')
  })

  test.each<DocumentEdit>([
    { edit: 'limit', criterion: 'c99', at: [], bound: 'atLeast', value: 1 },
    { edit: 'limit', criterion: 'c1', at: [0], bound: 'atLeast', value: 1 },
    { edit: 'bind', criterion: 'c10', at: [], as: 'any' },
    { edit: 'bind', criterion: 'c7', at: [], as: 9 },
    { edit: 'options', criterion: 'c6', at: [0, 0], oneOf: ['院士'] },
    { edit: 'fact', fact: 'nothing', prompt: '？' },
  ])('%j is refused', (edit) => expect(() => editDocument(document, edit)).toThrow(EditFault))
})
