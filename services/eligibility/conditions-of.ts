import type { ProgrammeDocument } from './document.ts'
import type { Amount, Condition } from './document-conditions.ts'
import { factsRead } from './rule.ts'

/** A part of a document with where it stands in it, such as `criteria.2.condition`. */
export type Placed<T> = { path: string; part: T }

type WithConditions = Pick<ProgrammeDocument, 'criteria' | 'preferences' | 'support' | 'relations' | 'commitments'>

/** Every condition of a document with its place. */
export function conditionsOf(document: WithConditions): Placed<Condition>[] {
  const { criteria, preferences, relations = [], commitments } = document
  const ruled = (list: readonly { condition: Condition }[], name: string) =>
    list.map(({ condition }, at) => ({ path: `${name}.${at}.condition`, part: condition }))
  return [
    ...ruled(criteria, 'criteria'),
    ...ruled(preferences, 'preferences'),
    ...amountsOf(document).flatMap(({ path, part }) =>
      'cases' in part ? part.cases.map(({ when }, at) => ({ path: `${path}.cases.${at}.when`, part: when })) : [],
    ),
    ...relations.flatMap(({ when, needs }, at) => [
      { path: `relations.${at}.when`, part: when },
      { path: `relations.${at}.needs`, part: needs },
    ]),
    ...commitments.flatMap(({ baseline }, at) =>
      baseline ? [{ path: `commitments.${at}.baseline`, part: baseline }] : [],
    ),
  ]
}

/** Every amount of a document with its place, those that stand in others behind them. */
export function amountsOf({ support }: Pick<ProgrammeDocument, 'support'>): Placed<Amount>[] {
  return (support.amounts ?? []).flatMap(({ amount }, at) => within(amount, `support.amounts.${at}.amount`))
}

function within(amount: Amount, path: string): Placed<Amount>[] {
  const parts: Placed<Amount>[] =
    'lowerOf' in amount
      ? amount.lowerOf.map((part, at) => ({ path: `${path}.lowerOf.${at}`, part }))
      : 'upTo' in amount
        ? [{ path: `${path}.amount`, part: amount.amount }]
        : 'cases' in amount
          ? amount.cases.map(({ amount: part }, at) => ({ path: `${path}.cases.${at}.amount`, part }))
          : []
  return [{ path, part: amount }, ...parts.flatMap((one) => within(one.part, one.path))]
}

/** The facts that an amount reads, in its order. */
export const factsOfAmount = (amount: Amount): string[] =>
  within(amount, '').flatMap(({ part }) => {
    if ('of' in part) return [part.of]
    if ('per' in part) return [part.per]
    return 'cases' in part ? part.cases.flatMap(({ when }) => factsRead(when)) : []
  })
