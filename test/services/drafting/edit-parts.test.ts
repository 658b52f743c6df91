import { describe, expect, test } from 'vitest'
import type { Ask } from '../../../services/drafting/ask.ts'
import { draftProgrammes } from '../../../services/drafting/draft-programmes.ts'
import { EditFault } from '../../../services/drafting/edit-condition.ts'
import { type DocumentEdit, editDocument } from '../../../services/drafting/edit-document.ts'
import { readDocument } from '../../../services/eligibility/document.ts'
import { binhai } from './notices.ts'

const { document } = draftProgrammes(binhai())[0]!
const after = (edit: DocumentEdit, of = document) => {
  const edited = editDocument(of, edit)
  expect(readDocument(edited)).toEqual({ document: edited })
  return edited
}
const quote = '近三年获得授权的软件著作权不少于5项'
const inserted = (ask: Ask) => after({ edit: 'insert', part: 'criteria', quote, ask })

describe('a condition that a person adds', () => {
  test.each<[Ask, object, object]>([
    [{ kind: 'words' }, { atLeast: 5 }, { type: 'int', unit: '项' }],
    [{ kind: 'claim', need: '具有独立法人资格' }, { is: true }, { type: 'bool', need: '具有独立法人资格' }],
    [
      { kind: 'int', label: '商标', unit: '个', bound: 'moreThan', value: 2 },
      { moreThan: 2 },
      { type: 'int', unit: '个' },
    ],
    [
      { kind: 'percent', label: '研发投入占比', bound: 'atMost', value: 30 },
      { atMost: 30 },
      { type: 'percent', unit: '%' },
    ],
    [{ kind: 'choice', label: '级别', oneOf: ['甲'], others: ['乙', '丙'] }, { oneOf: ['甲'] }, { type: 'choice' }],
    [
      { kind: 'day', label: '注册成立', bound: 'notAfter', day: '2024-01-01' },
      { notAfter: '2024-01-01' },
      { type: 'date' },
    ],
    [
      { kind: 'period', label: '注册成立', bound: 'atLeastAgo', years: 2 },
      { atLeastAgo: { years: 2 } },
      { type: 'date' },
    ],
  ])('%j is asked and held against its limit', (ask, condition, fact) => {
    const edited = inserted(ask)
    const { id, condition: made, quote: rests } = edited.criteria.at(-1)!
    expect(made).toMatchObject(condition)
    expect(edited.facts[(made as { fact: string }).fact]).toMatchObject(fact)
    expect(rests).toBe(quote)
    expect(edited.preparation.some(({ proves }) => proves === id)).toBe(true)
  })

  test('its question is in words of their own where they give some', () => {
    const edited = inserted({ kind: 'claim', need: '有驻场专员', prompt: '有人驻场吗？' })
    const { fact } = edited.criteria.at(-1)!.condition as { fact: string }
    expect(edited.facts[fact]!.prompt).toBe('有人驻场吗？')
  })

  test('what another programme asks in the same words keeps its key, and another fact takes none that is used', () => {
    const asked: DocumentEdit = {
      edit: 'insert',
      part: 'criteria',
      quote,
      ask: { kind: 'int', label: '商标', unit: '个', bound: 'atLeast', value: 2 },
    }
    const known = editDocument(document, asked).facts
    const [key] = Object.entries(known).find(([, { label }]) => label === '商标')!
    expect(editDocument(document, asked, known).criteria.at(-1)!.condition).toEqual({ fact: key, atLeast: 2 })
    const other: DocumentEdit = {
      ...asked,
      ask: { kind: 'int', label: '商标', unit: '件', bound: 'atLeast', value: 2 },
    }
    expect(editDocument(document, other, known).criteria.at(-1)!.condition).toEqual({ fact: `${key}2`, atLeast: 2 })
  })

  test('words that say no rule, and answers that are both enough and not, are refused and say why', () => {
    expect(() =>
      editDocument(document, { edit: 'insert', part: 'criteria', quote: '。', ask: { kind: 'words' } }),
    ).toThrow(/没有读出规则/u)
    expect(() => inserted({ kind: 'choice', label: '级别', oneOf: ['甲'], others: ['甲'] })).toThrow(/不能写两次/u)
  })
})

describe('the lists of a document', () => {
  test('an entry moves, and none moves over an end', () => {
    const [first, second] = document.criteria
    const edited = after({ edit: 'move', part: 'criteria', id: second!.id, by: -1 })
    expect(edited.criteria.slice(0, 2).map(({ id }) => id)).toEqual([second!.id, first!.id])
    expect(() => editDocument(document, { edit: 'move', part: 'criteria', id: first!.id, by: -1 })).toThrow(EditFault)
  })

  test('the last condition can not go', () => {
    const [only] = document.criteria
    const one = { ...document, criteria: [only!] }
    expect(() => editDocument(one, { edit: 'remove', part: 'criteria', id: only!.id })).toThrow(/至少要留一个/u)
  })

  test('a preference, a commitment and a paper are added, changed and taken away', () => {
    const ask: Ask = { kind: 'claim', need: '获得过国家级荣誉' }
    const preferred = after({ edit: 'insert', part: 'preferences', quote: '获得国家级荣誉的优先', ask })
    const { id } = preferred.preferences.at(-1)!
    const lowered = after({ edit: 'claim', criterion: id, at: [], is: false }, preferred)
    expect(lowered.preferences.at(-1)!.condition).toMatchObject({ is: false })
    expect(after({ edit: 'remove', part: 'preferences', id }, preferred).preferences).toEqual(document.preferences)

    const promised = after({ edit: 'commitment', text: '三年内不外迁', target: '三年', quote })
    const kept = promised.commitments.at(-1)!
    expect(
      after({ edit: 'commitment', id: kept.id, text: '两年内不外迁', target: '两年', quote }, promised).commitments,
    ).toEqual([...document.commitments, { ...kept, text: '两年内不外迁', target: '两年' }])
    const paper = after({ edit: 'item', kind: 'evidence', text: '审计报告。', quote: '' })
    expect(paper.preparation.at(-1)).toMatchObject({ kind: 'evidence', text: '审计报告。' })
    expect(paper.preparation.at(-1)).not.toHaveProperty('quote')
    expect(after({ edit: 'remove', part: 'preparation', id: paper.preparation.at(-1)!.id }, paper).preparation).toEqual(
      document.preparation,
    )
  })

  test('a rule rests on other words', () => {
    const edited = after({ edit: 'requote', part: 'criteria', id: 'c2', quote, section: '2.1' })
    expect(edited.criteria[1]).toMatchObject({ quote, section: '2.1', condition: document.criteria[1]!.condition })
  })
})

describe('what an awardee gets', () => {
  test('a share with a cap for some alone, another figure in it, and none of it', () => {
    const amount = { kind: 'share', percent: 30, label: '设备投入', upTo: 50, when: '首次认定' } as const
    const edited = after({ edit: 'amount', amount, quote })
    const at = edited.support.amounts!.length - 1
    const [{ when }] = (edited.support.amounts![at]!.amount as unknown as { cases: [{ when: { fact: string } }] }).cases
    expect(edited.facts[when.fact]).toMatchObject({ type: 'bool', need: '首次认定' })
    const path = ['cases', 0, 'amount', 'upTo']
    expect(after({ edit: 'figure', at, path, value: 80 }, edited).support.amounts![at]!.amount).toMatchObject({
      cases: [{ amount: { upTo: 80, amount: { percent: 30 } } }],
    })
    expect(() => editDocument(edited, { edit: 'figure', at, path: ['cases', 0, 'when', 'fact'], value: 1 })).toThrow(
      EditFault,
    )
    expect(after({ edit: 'lift', part: 'amounts', at }, edited)).toEqual(document)
  })

  test('a restriction, and the words the money and the time rest on', () => {
    const edited = after({ edit: 'restriction', text: '不得用于人员经费。', quote })
    expect(edited.support.restrictions.at(-1)).toEqual({ text: '不得用于人员经费。', quote })
    expect(after({ edit: 'rest', part: 'money', quote }).support.money).toEqual({ quote })
    expect(after({ edit: 'rest', part: 'window', quote }).window).toMatchObject({
      quote,
      closes: document.window.closes,
    })
  })
})

test('a question keeps what is not changed; answers keep their meaning under other words', () => {
  const chosen = inserted({ kind: 'choice', label: '级别', oneOf: ['甲'], others: ['乙'] })
  const { fact } = chosen.criteria.at(-1)!.condition as { fact: string }
  const edited = after({ edit: 'fact', fact, options: ['甲级', '乙级'], spokenAs: ['等级'] }, chosen)
  expect(edited.facts[fact]).toMatchObject({
    label: '级别',
    spokenAs: ['等级'],
    options: [
      { value: '甲', label: '甲级' },
      { value: '乙', label: '乙级' },
    ],
  })
  expect(() => editDocument(chosen, { edit: 'fact', fact, need: '是甲级' })).toThrow(EditFault)
})
