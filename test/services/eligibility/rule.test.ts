import { describe, expect, test } from 'vitest'
import type { Condition } from '../../../services/eligibility/document-conditions.ts'
import { type Answers, evaluate, missingKeys, type Status } from '../../../services/eligibility/rule.ts'

const one: Condition = { fact: 'hasIpRules', is: true }
const other: Condition = { fact: 'hasIpFunding', is: true }

/** Kleene's tables: both answers, all of them, any of them. */
const table: [boolean | null, boolean | null, Status, Status][] = [
  [true, true, 'met', 'met'],
  [true, null, 'unknown', 'met'],
  [true, false, 'unmet', 'met'],
  [null, true, 'unknown', 'met'],
  [null, null, 'unknown', 'unknown'],
  [null, false, 'unmet', 'unknown'],
  [false, true, 'unmet', 'met'],
  [false, null, 'unmet', 'unknown'],
  [false, false, 'unmet', 'unmet'],
]

test.each(table)('%s and %s: all are %s, any is %s', (hasIpRules, hasIpFunding, all, any) => {
  const answers = { hasIpRules, hasIpFunding }
  expect(evaluate({ allOf: [one, other] }, answers)).toBe(all)
  expect(evaluate({ anyOf: [one, other] }, answers)).toBe(any)
})

test('a limit includes the number itself', () => {
  const condition: Condition = { fact: 'incomeSince2023Wan', atLeast: 500 }
  const status = (incomeSince2023Wan: number) => evaluate(condition, { incomeSince2023Wan })
  expect([499.99, 500, 500.01].map(status)).toEqual(['unmet', 'met', 'met'])
})

test('zero and false are answers, not unknowns', () => {
  expect(evaluate({ fact: 'operationCases', atLeast: 1 }, { operationCases: 0 })).toBe('unmet')
  expect(evaluate(one, { hasIpRules: false })).toBe('unmet')
})

describe('the missing answers', () => {
  const nested: Condition = { allOf: [{ anyOf: [one, other] }, { fact: 'hospitalLevel', oneOf: ['tertiary'] }] }
  const cases: { answers: Answers; missing: string[] }[] = [
    { answers: {}, missing: ['hasIpRules', 'hasIpFunding', 'hospitalLevel'] },
    { answers: { hasIpRules: true }, missing: ['hospitalLevel'] },
    { answers: { hasIpRules: false }, missing: ['hasIpFunding', 'hospitalLevel'] },
    { answers: { hospitalLevel: 'tertiary' }, missing: ['hasIpRules', 'hasIpFunding'] },
    { answers: { hospitalLevel: 'secondary' }, missing: [] },
    { answers: { hospitalLevel: 'tertiary', hasIpFunding: true }, missing: [] },
  ]
  test.each(cases)('of $answers are $missing', ({ answers, missing }) => {
    expect(missingKeys(nested, answers)).toEqual(missing)
  })
})
