import type { Amount, Condition } from '../eligibility/document-conditions.ts'
import type { ProgrammeDocument } from '../eligibility/document.ts'
import type { Facts } from './fact-book.ts'

/** Every fact that a condition reads. */
export function factsIn(condition: Condition): string[] {
  if ('fact' in condition) return [condition.fact]
  if ('unsettled' in condition) return factsIn(condition.unsettled)
  if ('if' in condition) return [...factsIn(condition.if), ...factsIn(condition.then)]
  if ('atLeastOf' in condition) return condition.atLeastOf.of.flatMap(factsIn)
  return ('allOf' in condition ? condition.allOf : condition.anyOf).flatMap(factsIn)
}

/** Every fact that an amount is worked out from. */
export function factsOfAmount(amount: Amount): string[] {
  if ('of' in amount) return [amount.of]
  if ('per' in amount) return [amount.per]
  if ('lowerOf' in amount) return amount.lowerOf.flatMap(factsOfAmount)
  if ('upTo' in amount) return factsOfAmount(amount.amount)
  return 'cases' in amount ? amount.cases.flatMap((one) => [...factsIn(one.when), ...factsOfAmount(one.amount)]) : []
}

/** The facts that a document needs, as it has them or else as `known`. */
export function mergeFacts(
  { facts, criteria, preferences, commitments, support }: ProgrammeDocument,
  known: Facts,
): Facts {
  const needed = [
    ...[...criteria, ...preferences].flatMap(({ condition }) => factsIn(condition)),
    ...commitments.flatMap(({ baseline }) => (baseline ? [baseline.fact] : [])),
    ...(support.amounts ?? []).flatMap(({ amount }) => factsOfAmount(amount)),
  ]
  return Object.fromEntries(
    [...new Set(needed)].flatMap((key) => {
      const fact = known[key] ?? facts[key]
      return fact ? [[key, fact]] : []
    }),
  )
}
