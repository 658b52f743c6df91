import { readFigures } from '../../knowledge/language/figure.ts'
import type { Criterion } from './document.ts'
import { comparisonsOf, isOnFigures } from './rule.ts'

const yuanInWan = 10_000

/**
 * The limits of a rule that the words which it quotes don't name, in the rule's order; none where it rests on another notice,
 * which names only what it changes.
 *
 * @param under What stands under those words, where they open a list.
 */
export function unnamedFigures({ quote, condition, notice }: Criterion, under = ''): number[] {
  if (notice !== undefined) return []
  const named = readFigures(`${quote}\n${under}`).flatMap(({ value, upTo = value }) => [value, upTo])
  const limits = comparisonsOf(condition).flatMap((one) =>
    isOnFigures(one)
      ? [one.atLeast, one.moreThan, one.atMost, one.lessThan].filter((limit) => limit !== undefined)
      : [],
  )
  return [...new Set(limits)].filter((limit) => !named.includes(limit) && !named.includes(limit * yuanInWan))
}
