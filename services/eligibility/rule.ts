import type { FactKey } from './facts.ts'

/** What an applicant answered. A key that is missing or `null` is unknown, never a no. */
export type Answers = { readonly [K in FactKey]?: boolean | number | string | null }

/** `atLeast` includes the number itself (以上, 不少于, 达到), in the fact's own unit. */
export type Comparison =
  { fact: FactKey; atLeast: number } | { fact: FactKey; is: true } | { fact: FactKey; oneOf: readonly string[] }

/** `unsettled`: the notice no longer says what the condition within says, so that no answer decides it. */
export type Condition =
  Comparison | { allOf: readonly Condition[] } | { anyOf: readonly Condition[] } | { unsettled: Condition }

/** The three truth values of Kleene's strong logic: true, false, not known. */
export type Status = 'met' | 'unmet' | 'unknown'

/**
 * Holds a condition against the answers: an `allOf` is unmet when one part is unmet, met when all are met; an
 * `anyOf` (或者) is met when one part is met, unmet when all are unmet; both are unknown otherwise.
 *
 * @param answers Valid for the facts named in the condition (see `readAnswers`).
 */
export function evaluate(condition: Condition, answers: Answers): Status {
  if ('unsettled' in condition) return 'unknown'
  if ('allOf' in condition) return combine(condition.allOf, answers, 'unmet', 'met')
  if ('anyOf' in condition) return combine(condition.anyOf, answers, 'met', 'unmet')
  const answer = answers[condition.fact]
  if (answer === undefined || answer === null) return 'unknown'
  return holds(condition, answer) ? 'met' : 'unmet'
}

/** One part that is `deciding` decides; with none, an unknown part leaves it unknown; else it is `otherwise`. */
function combine(parts: readonly Condition[], answers: Answers, deciding: Status, otherwise: Status): Status {
  let result = otherwise
  for (const part of parts) {
    const status = evaluate(part, answers)
    if (status === deciding) return deciding
    if (status === 'unknown') result = 'unknown'
  }
  return result
}

function holds(comparison: Comparison, answer: boolean | number | string): boolean {
  if ('atLeast' in comparison) return (answer as number) >= comparison.atLeast
  if ('oneOf' in comparison) return comparison.oneOf.includes(answer as string)
  return answer === true
}

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
export function factsRead(condition: Condition): FactKey[] {
  return distinct(comparisonsOf(condition).map(({ fact }) => fact))
}

function partsOf(condition: Exclude<Condition, Comparison>): readonly Condition[] {
  if ('unsettled' in condition) return [condition.unsettled]
  return 'allOf' in condition ? condition.allOf : condition.anyOf
}

function distinct<T>(values: T[]): T[] {
  return [...new Set(values)]
}
