import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkProgramme } from '../../../services/eligibility/check-programme.ts'
import { factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import type { Answers } from '../../../services/eligibility/rule.ts'
import { arbitraryAnswers } from './arbitrary-answers.ts'
import { referenceCheck } from './reference-checker.ts'
import { facts, resolved } from './resolved.ts'

const asOf = '2025-06-10'
const isKnown = (answers: Answers, key: FactKey) => answers[key] !== undefined && answers[key] !== null

describe.each(resolved)('$id', (programme) => {
  const check = (answers: Answers) => checkProgramme(programme, answers, asOf)
  const answers = arbitraryAnswers(programme)

  test('agrees with an independent implementation', () => {
    const verdicts = new Set<string>()
    fc.assert(
      fc.property(answers, (given) => {
        const { verdict, criteria, preferences } = check(given)
        verdicts.add(verdict)
        const statuses = (list: { id: string; status: string }[]) => list.map(({ id, status }) => [id, status])
        expect({ verdict, criteria: statuses(criteria), preferences: statuses(preferences) }).toEqual(
          referenceCheck(programme.id, given),
        )
      }),
      { numRuns: 2000 },
    )
    expect(verdicts).toEqual(new Set(['eligible', 'ineligible', 'undetermined']))
  })

  test('the order of the answers changes nothing', () => {
    fc.assert(
      fc.property(
        answers,
        fc.shuffledSubarray([...programme.factKeys], { minLength: programme.factKeys.length }),
        (given, order) => {
          const reordered = Object.fromEntries(order.map((key) => [key, given[key]]))
          expect(check(reordered)).toEqual(check(given))
        },
      ),
    )
  })

  test('what a day was asked before leaves no trace in what another is told', () => {
    const days = fc.array(fc.constantFrom('2025-01-02', '2025-06-10', '2025-06-12', '2026-11-21'), { minLength: 2 })
    fc.assert(
      fc.property(answers, days, (given, asked) => {
        for (const day of asked)
          expect(checkProgramme(programme, given, day)).toEqual(checkProgramme({ ...programme }, given, day))
      }),
    )
  })

  test('a missing answer and null are the same', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const known = Object.fromEntries(
          Object.entries(given).filter(([, answer]) => answer !== null && answer !== undefined),
        )
        expect(check(known)).toEqual(check(given))
      }),
    )
  })

  test('answering an unknown never moves a criterion that is decided', () => {
    fc.assert(
      fc.property(answers, answers, (given, later) => {
        const more = Object.fromEntries(
          programme.factKeys.map((key) => [key, isKnown(given, key) ? given[key] : later[key]]),
        )
        const before = check(given)
        const after = check(more)
        for (const [at, criterion] of before.criteria.entries()) {
          if (criterion.status !== 'unknown') expect(after.criteria[at]!.status).toBe(criterion.status)
        }
        if (before.verdict !== 'undetermined') expect(after.verdict).toBe(before.verdict)
      }),
    )
  })

  test('the missing answers, and only they, can decide an unknown criterion', () => {
    fc.assert(
      fc.property(answers, answers, (given, later) => {
        for (const [at, { status, missing }] of check(given).criteria.entries()) {
          expect(missing !== undefined).toBe(status === 'unknown')
          if (!missing) continue
          expect(missing.length).toBeGreaterThan(0)
          const answered = (keys: readonly FactKey[]) =>
            Object.fromEntries(programme.factKeys.map((key) => [key, keys.includes(key) ? later[key] : given[key]]))
          const others = programme.factKeys.filter((key) => !missing.includes(key) && !isKnown(given, key))
          expect(check(answered(others)).criteria[at]!.status).toBe('unknown')
          const best = missing.map((key) => [key, bestAnswer(key)])
          expect(check({ ...given, ...Object.fromEntries(best) }).criteria[at]!.status).toBe('met')
        }
      }),
    )
  })

  test('a preference never changes the verdict', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(true, false, null), (given, preferred) => {
        const preferences = programme.preferences.flatMap((one) =>
          'fact' in one.condition ? [[one.condition.fact, preferred]] : [],
        )
        expect(check({ ...given, ...Object.fromEntries(preferences) }).verdict).toBe(check(given).verdict)
      }),
    )
  })
})

function bestAnswer(key: FactKey): boolean | number | string {
  const { type } = factAt(facts, key)
  return type === 'bool' ? true : type === 'choice' ? 'tertiary' : type === 'percent' ? 100 : 100_000
}
