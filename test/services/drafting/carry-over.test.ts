import { describe, expect, test } from 'vitest'
import { carryOver } from '../../../services/drafting/carry-over.ts'
import { draftProgrammes } from '../../../services/drafting/draft-programmes.ts'
import { readDocument } from '../../../services/eligibility/document.ts'
import { noticeOf, textOf } from './notices.ts'

const text = textOf('binhai-2026')
const before = noticeOf(text)
/** As staff have left it: a question of their own, nothing open. */
const document = (() => {
  const [draft] = draftProgrammes(before)
  const { review: _review, ...window } = draft!.document.window
  const facts = Object.fromEntries(
    Object.entries(draft!.document.facts).map(([key, fact]) => [key, { ...fact, prompt: `请问：${fact.prompt}` }]),
  )
  return { ...draft!.document, window, facts }
})()
const next = (change: (text: string) => string) => carryOver(document, before, noticeOf(change(text)))!

describe('the next edition of a notice', () => {
  test('the same words carry every rule over as staff made it', () => {
    const { rules, document: carried } = next((same) => same)
    expect(new Set(rules.map(({ outcome }) => outcome))).toEqual(new Set(['kept']))
    expect(carried.criteria).toEqual(document.criteria)
    expect(carried.facts).toEqual(document.facts)
  })

  test('another figure is flagged with both texts, and drafted anew beside', () => {
    const { rules, document: carried } = next((old) => old.replace('有效发明专利50件以上', '有效发明专利60件以上'))
    expect(rules.filter(({ outcome }) => outcome !== 'kept')).toEqual([
      expect.objectContaining({
        outcome: 'changed',
        id: 'c4',
        before: expect.stringContaining('50件以上'),
        now: expect.stringContaining('60件以上'),
      }),
    ])
    const changed = carried.criteria.find(({ id }) => id === 'c4')!
    expect(changed.review).toMatch(/50件以上.*60件以上/u)
    expect(JSON.stringify(changed.condition)).toContain('"atLeast":60')
    expect(carried.facts['youXiaoFaMingZhuanLi']!.prompt).toMatch(/^请问：/u)
  })

  test('what is added is flagged, what is gone is named', () => {
    const { rules, document: carried } = next((old) =>
      old.replace('4.弄虚作假、骗取财政资金的。', '4.法定代表人被限制高消费的。'),
    )
    expect(
      rules.filter(({ outcome }) => outcome !== 'kept').map(({ outcome, before: was, now }) => [outcome, was ?? now]),
    ).toEqual([
      ['gone', '弄虚作假、骗取财政资金的'],
      ['added', '法定代表人被限制高消费的'],
    ])
    expect(carried.criteria.at(-1)!.review).toBeDefined()
  })

  test('a lead-in that binds otherwise flags what stands under it', () => {
    const { rules } = next((old) => old.replace('满足以下条件中的两项', '满足以下条件中的三项'))
    expect(rules.filter(({ outcome }) => outcome === 'changed').map(({ id }) => id)).toEqual(['c7'])
  })

  test('the notice of another year is carried over too, with a window of its own', () => {
    const { document: carried } = next((old) => old.replaceAll('2026', '2027'))
    expect(carried.year).toBe(2027)
    expect(carried.window.closes).toMatch(/^2027-/u)
    expect(carried.criteria.every(({ review }) => review === undefined)).toBe(true)
    expect(readDocument(carried)).toEqual({ document: carried })
  })
})
