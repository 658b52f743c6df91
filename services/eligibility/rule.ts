import { keptFor } from '../../knowledge/kept.ts'
import type { AgoBounds, Bounds, Comparison, Condition, DayBounds } from './document-conditions.ts'
import type { FactKey } from './document-facts.ts'

/** What was answered to one fact; a day is YYYY-MM-DD. */
export type Answer = boolean | number | string | null

/** What an applicant answered. A key that is missing or `null` is unknown, never a no. */
export type Answers = { readonly [key: FactKey]: Answer | undefined }

/** The three truth values of Kleene's strong logic: true, false, not known. */
export type Status = 'met' | 'unmet' | 'unknown'

const opposite: Record<Status, Status> = { met: 'unmet', unmet: 'met', unknown: 'unknown' }

/**
 * Holds a condition against the answers: an `allOf` is unmet when one part is unmet, met when all are met; an
 * `anyOf` (或者) is met when one part is met, unmet when all are unmet; `atLeastOf` is met when so many parts are, unmet when
 * so many can't be any more; `if … then` is met where the first is unmet or the second met, unmet where it is the other
 * way round; all are unknown otherwise.
 *
 * @param answers Valid for the facts named in the condition (see `readAnswers`).
 */
export function evaluate(condition: Condition, answers: Answers): Status {
  if ('unsettled' in condition) return 'unknown'
  if ('allOf' in condition) return decide(condition.allOf, answers, 'unmet')
  if ('anyOf' in condition) return decide(condition.anyOf, answers, 'met')
  if ('atLeastOf' in condition) return countOf(condition.atLeastOf.count, condition.atLeastOf.of, answers)
  if ('if' in condition) {
    const negated = opposite[evaluate(condition.if, answers)]
    return negated === 'met' ? 'met' : decide([condition.then], answers, 'met', negated)
  }
  const answer = answers[condition.fact]
  if (answer === undefined || answer === null || isOfNoDay(condition)) return 'unknown'
  return holds(condition, answer) ? 'met' : 'unmet'
}

/** One part that is `deciding` decides; with none, an unknown part leaves it unknown; else it is as `open` or the opposite. */
function decide(
  parts: readonly Condition[],
  answers: Answers,
  deciding: 'met' | 'unmet',
  open: Status = opposite[deciding],
): Status {
  let status = open
  for (const part of parts) {
    const one = evaluate(part, answers)
    if (one === deciding) return deciding
    if (one === 'unknown') status = 'unknown'
  }
  return status
}

function countOf(count: number, parts: readonly Condition[], answers: Answers): Status {
  let [met, possible] = [0, 0]
  for (const part of parts) {
    const status = evaluate(part, answers)
    if (status === 'met') met += 1
    if (status !== 'unmet') possible += 1
  }
  if (met >= count) return 'met'
  return possible < count ? 'unmet' : 'unknown'
}

const isOfNoDay = (one: Comparison): boolean =>
  ('atLeastAgo' in one || 'withinLast' in one) && one.notBefore === undefined && one.notAfter === undefined

function holds(comparison: Comparison, answer: boolean | number | string): boolean {
  if ('is' in comparison) return answer === comparison.is
  if ('oneOf' in comparison) return comparison.oneOf.includes(answer as string)
  if (isOnDays(comparison)) {
    const { notBefore = '', notAfter = '9999-12-31' } = comparison
    return (answer as string) >= notBefore && (answer as string) <= notAfter
  }
  const { atLeast = -Infinity, moreThan = -Infinity, atMost = Infinity, lessThan = Infinity } = comparison
  const figure = answer as number
  return figure >= atLeast && figure > moreThan && figure <= atMost && figure < lessThan
}

/** Whether a comparison is one of days. */
export const isOnDays = (one: Comparison): one is DayBounds | AgoBounds =>
  'notBefore' in one || 'notAfter' in one || 'atLeastAgo' in one || 'withinLast' in one

/** Whether a comparison is one of figures. */
export const isOnFigures = (one: Condition): one is Bounds =>
  'atLeast' in one || 'moreThan' in one || 'atMost' in one || 'lessThan' in one

/**
 * The figures from which on a comparison turns out otherwise, so that whoever is on one side of them all decides it: where
 * the limit itself is too little or too much, the next figure above it.
 */
export const thresholdsOf = (one: Comparison): number[] =>
  isOnFigures(one)
    ? [one.atLeast, one.lessThan, above(one.moreThan), above(one.atMost)].filter((limit) => limit !== undefined)
    : []

const above = (limit: number | undefined): number | undefined =>
  limit === undefined ? undefined : limit + Math.max(Math.abs(limit), 1) * Number.EPSILON * 2

/**
 * The answers that could still decide an unknown condition, in the rule's order: those that are unknown and
 * stand in no part that is decided already. Empty when the condition is met, unmet or unsettled.
 */
export function missingKeys(condition: Condition, answers: Answers): FactKey[] {
  if ('unsettled' in condition || evaluate(condition, answers) !== 'unknown') return []
  if ('fact' in condition) return [condition.fact]
  return distinct(partsOf(condition).flatMap((part) => missingKeys(part, answers)))
}

/** Every comparison of a condition, in the rule's order. */
export function comparisonsOf(condition: Condition): Comparison[] {
  return 'fact' in condition ? [condition] : partsOf(condition).flatMap(comparisonsOf)
}

/** Every fact a condition reads, once each, in the rule's order. */
export const factsRead: (condition: Condition) => readonly FactKey[] = keptFor((condition: Condition) =>
  distinct(comparisonsOf(condition).map(({ fact }) => fact)),
)

function partsOf(condition: Exclude<Condition, Comparison>): readonly Condition[] {
  if ('unsettled' in condition) return [condition.unsettled]
  if ('if' in condition) return [condition.if, condition.then]
  if ('atLeastOf' in condition) return condition.atLeastOf.of
  return 'allOf' in condition ? condition.allOf : condition.anyOf
}

/** The same condition with each of its comparisons changed. */
export function mapComparisons(condition: Condition, change: (one: Comparison) => Comparison): Condition {
  const map = (part: Condition): Condition => mapComparisons(part, change)
  if ('fact' in condition) return change(condition)
  if ('unsettled' in condition) return { unsettled: map(condition.unsettled) }
  if ('if' in condition) return { if: map(condition.if), then: map(condition.then) }
  if ('atLeastOf' in condition) {
    const { count, of } = condition.atLeastOf
    return { atLeastOf: { count, of: of.map(map) } }
  }
  return 'allOf' in condition ? { allOf: condition.allOf.map(map) } : { anyOf: condition.anyOf.map(map) }
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)]
}
