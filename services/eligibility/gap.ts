import { inChinese } from '../../knowledge/language/write-day.ts'
import type { CriterionResult } from './assessment.ts'
import type { Bounds, Comparison, Condition } from './document-conditions.ts'
import { factAt, type Facts, type FigureFact } from './document-facts.ts'
import { writeShortfall } from './figure.ts'
import { dayFrom } from './period.ts'
import { periodInWords, requirementOf } from './requirement.ts'
import { type Answers, evaluate, isOnFigures } from './rule.ts'

/** What an unmet comparison lacks in the notice's unit, 还差12件 or 超出5人; where no number is asked, what it takes. */
export function shortfallOf(comparison: Comparison, answers: Answers, facts: Facts): string {
  const answer = answers[comparison.fact]
  if (isOnFigures(comparison) && typeof answer === 'number') {
    const fact = factAt(facts, comparison.fact) as FigureFact
    return distanceInWords(comparison, answer, fact) ?? requirementOf(comparison, facts)
  }
  if ('atLeastAgo' in comparison && comparison.atLeastAgo && comparison.notAfter !== undefined) {
    const day = dayFrom(String(answer), comparison.atLeastAgo, 1)
    if (String(answer) > comparison.notAfter) return `要到${inChinese(day)}才满${periodInWords(comparison.atLeastAgo)}`
  }
  return requirementOf(comparison, facts)
}

/** The bound of a comparison that a figure breaks, and on which side; the lower where it breaks none. */
export function brokenBound({ atLeast, moreThan, atMost, lessThan }: Bounds, figure: number) {
  if (atMost !== undefined && figure > atMost) return { limit: atMost, isUpper: true, isIn: true }
  if (lessThan !== undefined && figure >= lessThan) return { limit: lessThan, isUpper: true, isIn: false }
  return { limit: atLeast ?? moreThan ?? 0, isUpper: false, isIn: atLeast !== undefined }
}

/** 还差12件, 超出5人; a limit that is itself too little or too much is not reached by the difference alone. */
function distanceInWords(comparison: Bounds, figure: number, { type, unit: own }: FigureFact): string | undefined {
  const { limit, isUpper, isIn } = brokenBound(comparison, figure)
  const unit = type === 'percent' ? '个百分点' : own
  const beside = type === 'int' && !isIn ? (isUpper ? Math.ceil(limit) - 1 : Math.floor(limit) + 1) : limit
  const isExact = isIn || type === 'int'
  if (beside === figure) return undefined
  const difference = isUpper ? writeShortfall(figure, Math.max(beside, 0)) : writeShortfall(beside, figure)
  return `${isUpper ? '超出' : '还差'}${isExact ? '' : '不止'}${difference}${unit}`
}

/**
 * How far an unmet comparison is from being met: the share of the limit that is missing or too much, in (0, 1]; 1 where a
 * yes or a day is asked. It only orders alternatives; a share of money and a share of a count are not the same effort.
 */
export function distanceOf(comparison: Comparison, answers: Answers): number {
  const answer = answers[comparison.fact]
  if (!isOnFigures(comparison) || typeof answer !== 'number') return 1
  const { limit, isUpper } = brokenBound(comparison, answer)
  const difference = isUpper ? answer - limit : limit - answer
  return limit > 0 ? Math.min(difference / limit, 1) : 1
}

/**
 * What an unmet condition lacks and, of alternatives that are all short, the one that is nearest.
 *
 * @returns Nothing for a condition that is met or unknown.
 */
export function gapOf(condition: Condition, answers: Answers, facts: Facts): Pick<CriterionResult, 'gap' | 'nearest'> {
  if ('unsettled' in condition || evaluate(condition, answers) !== 'unmet') return {}
  if ('fact' in condition) return { gap: shortfallOf(condition, answers, facts) }
  if ('if' in condition) return { gap: namedGap(condition.then, answers, facts) }
  const gapsOf = (parts: readonly Condition[]) =>
    parts.filter((part) => evaluate(part, answers) === 'unmet').map((part) => namedGap(part, answers, facts))
  if ('allOf' in condition) return { gap: gapsOf(condition.allOf).join('；') }
  if ('atLeastOf' in condition) {
    const { count, of } = condition.atLeastOf
    const lacking = count - of.filter((part) => evaluate(part, answers) === 'met').length
    return { gap: `还须再符合${lacking}项：${gapsOf(of).join('；')}` }
  }
  const nearest = nearestOf(condition.anyOf, answers)
  const gaps = condition.anyOf.map((part) => `${namedGap(part, answers, facts)}${part === nearest ? '（更接近）' : ''}`)
  return { gap: gaps.join('；或者'), ...(nearest && { nearest: nearest.fact }) }
}

function namedGap(condition: Condition, answers: Answers, facts: Facts): string {
  if (!('fact' in condition)) return gapOf(condition, answers, facts).gap ?? ''
  const shortfall = shortfallOf(condition, answers, facts)
  const isNamed = shortfall === requirementOf(condition, facts)
  return `${isNamed ? '' : factAt(facts, condition.fact).label}${shortfall}`
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
