import type { CriterionResult } from './assessment.ts'
import { facts } from './facts.ts'
import { writeShortfall } from './figure.ts'
import { requirementOf } from './requirement.ts'
import { type Answers, type Comparison, type Condition, evaluate } from './rule.ts'

/** What an unmet comparison lacks in the notice's unit, 还差12件; where no number is asked, what it takes. */
export function shortfallOf(comparison: Comparison, answers: Answers): string {
  const fact = facts[comparison.fact]
  if (!('atLeast' in comparison) || !('unit' in fact)) return requirementOf(comparison)
  const unit = fact.type === 'percent' ? '个百分点' : fact.unit
  return `还差${writeShortfall(comparison.atLeast, Number(answers[comparison.fact]))}${unit}`
}

/**
 * How far an unmet comparison is from being met: the share of the limit that is missing, in (0, 1]; 1 where a yes
 * is asked. It only orders alternatives; a share of money and a share of a count are not the same effort.
 */
export function distanceOf(comparison: Comparison, answers: Answers): number {
  if (!('atLeast' in comparison)) return 1
  return (comparison.atLeast - Number(answers[comparison.fact])) / comparison.atLeast
}

/**
 * What an unmet condition lacks and, of alternatives that are all short, the one that is nearest.
 *
 * @returns Nothing for a condition that is met or unknown.
 */
export function gapOf(condition: Condition, answers: Answers): Pick<CriterionResult, 'gap' | 'nearest'> {
  if ('unsettled' in condition || evaluate(condition, answers) !== 'unmet') return {}
  if ('fact' in condition) return { gap: shortfallOf(condition, answers) }
  if ('allOf' in condition) {
    const unmet = condition.allOf.filter((part) => evaluate(part, answers) === 'unmet')
    return { gap: unmet.map((part) => namedGap(part, answers)).join('；') }
  }
  const nearest = nearestOf(condition.anyOf, answers)
  const gaps = condition.anyOf.map((part) => `${namedGap(part, answers)}${part === nearest ? '（更接近）' : ''}`)
  return { gap: gaps.join('；或者'), ...(nearest && { nearest: nearest.fact }) }
}

function namedGap(condition: Condition, answers: Answers): string {
  if (!('fact' in condition)) return gapOf(condition, answers).gap ?? ''
  const label = 'atLeast' in condition ? facts[condition.fact].label : ''
  return `${label}${shortfallOf(condition, answers)}`
}

/** The one alternative with the smallest distance; none where two are as near, or where one is no plain comparison. */
function nearestOf(parts: readonly Condition[], answers: Answers): Comparison | undefined {
  const comparisons = parts.filter((part) => 'fact' in part)
  if (comparisons.length < parts.length) return undefined
  const distances = comparisons.map((part) => distanceOf(part, answers))
  const least = Math.min(...distances)
  return distances.filter((distance) => distance === least).length === 1
    ? comparisons[distances.indexOf(least)]
    : undefined
}
