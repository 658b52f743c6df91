import fc from 'fast-check'
import { factAt, type FactKey } from '../../../services/eligibility/document-facts.ts'
import { dayFrom } from '../../../services/eligibility/period.ts'
import type { ResolvedProgramme } from '../../../services/eligibility/resolve-programmes.ts'
import { type Answer, type Answers, comparisonsOf, isOnDays, thresholdsOf } from '../../../services/eligibility/rule.ts'

/** The limits that any programme sets to a fact. */
function limitsOf(programme: ResolvedProgramme, key: FactKey): number[] {
  const rules = [...programme.criteria, ...programme.preferences]
  const comparisons = rules.flatMap(({ condition }) => comparisonsOf(condition))
  return comparisons.filter(({ fact }) => fact === key).flatMap(thresholdsOf)
}

/** The days that any of its conditions turns on, with those beside them. */
function daysAround(programme: ResolvedProgramme, key: FactKey): string[] {
  const rules = [...programme.criteria, ...programme.preferences]
  const comparisons = rules.flatMap(({ condition }) => comparisonsOf(condition)).filter(({ fact }) => fact === key)
  const limits = comparisons.filter(isOnDays).flatMap(({ notBefore, notAfter }) => [notBefore, notAfter])
  const days = limits.filter((day) => day !== undefined)
  return [
    '2000-02-29',
    ...days.flatMap((day) => ([-1, 0, 1] as const).map((way) => (way === 0 ? day : dayFrom(day, { days: 1 }, way)))),
  ]
}

/** Leans towards what is asked for, or hardly any case would be eligible. */
function knownAnswer(programme: ResolvedProgramme, key: FactKey): fc.Arbitrary<Answer> {
  const fact = factAt(programme.facts, key)
  if (fact.type === 'bool') return fc.constantFrom(true, true, true, false)
  if (fact.type === 'choice') {
    const values = fact.options.map(({ value }) => value)
    return fc.oneof(fc.constant(values[0]!), fc.constantFrom(...values))
  }
  if (fact.type === 'date') return fc.constantFrom(...daysAround(programme, key))
  const near = limitsOf(programme, key).flatMap((limit) => [limit - 1, limit, limit + 1])
  const boundary = fc.constantFrom(
    0,
    ...near.filter((value) => value >= 0 && (fact.type !== 'percent' || value <= 100)),
  )
  if (fact.type === 'int') return fc.oneof(boundary, fc.nat(300), fc.maxSafeNat())
  const max = fact.type === 'percent' ? 100 : 1e9
  return fc.oneof(
    boundary,
    fc.double({ min: 0, max, noNaN: true }),
    fc.integer({ min: 0, max: max * 10 }).map((n) => n / 10),
  )
}

/** Answers to all facts of a programme, each with some chance missing or null. */
export function arbitraryAnswers(programme: ResolvedProgramme): fc.Arbitrary<Answers> {
  const entries = programme.factKeys.map((key) => {
    const known = knownAnswer(programme, key)
    return [key, fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fc.constantFrom(null, undefined) })]
  })
  return fc.record(Object.fromEntries(entries))
}

/** The same without unknowns. */
export function completeAnswers(programme: ResolvedProgramme): fc.Arbitrary<Answers> {
  return fc.record(Object.fromEntries(programme.factKeys.map((key) => [key, knownAnswer(programme, key)])))
}
