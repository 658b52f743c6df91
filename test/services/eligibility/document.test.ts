import { describe, expect, it } from 'vitest'
import { amountSchema, conditionSchema } from '../../../services/eligibility/document-conditions.ts'
import { readAs } from '../../../services/eligibility/document-shapes.ts'

const isListed = { fact: 'isListed', is: false }

describe('a condition of a document', () => {
  const good = [
    { fact: 'patents', atLeast: 3 },
    { fact: 'patents', moreThan: 3, atMost: 10 },
    { fact: 'founded', notBefore: '2020-01-01', notAfter: '2025-12-31' },
    { fact: 'founded', atLeastAgo: { years: 3 } },
    { fact: 'awarded', withinLast: { months: 6 } },
    { atLeastOf: { count: 2, of: [isListed, isListed, { allOf: [isListed] }] } },
    { if: isListed, then: { anyOf: [isListed] } },
    { unsettled: { allOf: [] } },
  ]
  for (const condition of good)
    it(`${JSON.stringify(condition)} is read as it is`, () => {
      expect(readAs(conditionSchema, condition)).toEqual({ value: condition })
    })

  const bad: [unknown, string][] = [
    ['三件', ''],
    [{ fact: 'patents' }, ''],
    [{ fact: 'patents', atLeast: '3' }, 'atLeast'],
    [{ fact: 'patents', atLeast: 3, moreThan: 2 }, ''],
    [{ fact: 'patents', atLeast: 3, is: true }, 'atLeast'],
    [{ allOf: [isListed, { fact: 'is listed', is: true }] }, 'allOf.1.fact'],
    [{ if: isListed }, 'then'],
    [{ atLeastOf: { count: 3, of: [isListed, isListed] } }, 'atLeastOf.count'],
    [{ fact: 'founded', notAfter: '2025-02-30' }, 'notAfter'],
    [{ fact: 'founded', withinLast: { years: 1, months: 2 } }, 'withinLast.months'],
    [JSON.parse(`${'{"unsettled":'.repeat(2000)}1${'}'.repeat(2000)}`), ''],
  ]
  for (const [condition, path] of bad)
    it(`${JSON.stringify(condition).slice(0, 80)} is refused at “${path}”`, () => {
      const read = readAs(conditionSchema, condition)
      expect('faults' in read && read.faults.map((fault) => fault.path)).toContain(path)
    })
})

describe('an amount of a document', () => {
  const thirtyPercent = { percent: 30, of: 'equipmentCostWan' }
  it('is a sum, a share, a price for each, the lower, a capped one or one by cases', () => {
    for (const amount of [
      { wan: 20 },
      thirtyPercent,
      { wan: 0.5, per: 'patents' },
      { lowerOf: [{ wan: 20 }, thirtyPercent] },
      { upTo: 50, amount: thirtyPercent },
      { cases: [{ when: isListed, amount: { wan: 1 } }] },
    ])
      expect(readAs(amountSchema, amount)).toEqual({ value: amount })
  })

  it('is refused where a part is none', () => {
    expect(readAs(amountSchema, { upTo: 50, amount: { percent: 30 } })).toEqual({
      faults: [expect.objectContaining({ path: 'amount.of' })],
    })
  })
})
