import type { Bounds, Comparison } from './document-conditions.ts'
import { factAt, type Facts, type FigureFact } from './document-facts.ts'
import { brokenBound } from './gap.ts'
import { type Answers, isOnDays } from './rule.ts'

/** The answer that meets a comparison and is nearest to the one given; the least where none is. */
export function targetOf(comparison: Comparison, facts: Facts, answers: Answers = {}): boolean | number | string {
  const fact = factAt(facts, comparison.fact)
  if ('is' in comparison) return comparison.is
  if ('oneOf' in comparison) return comparison.oneOf[0]!
  const answer = answers[comparison.fact]
  if (isOnDays(comparison)) {
    const { notBefore, notAfter } = comparison
    if (notBefore === undefined || (notAfter !== undefined && String(answer ?? '') > notAfter)) return notAfter ?? ''
    return notBefore
  }
  return figureFor(comparison, fact as FigureFact, typeof answer === 'number' ? answer : 0)
}

/** Where a limit itself is too little or too much, the next figure beside it: one, or a hundredth. */
function figureFor(comparison: Bounds, { type }: FigureFact, answer: number): number {
  const { limit, isUpper, isIn } = brokenBound(comparison, answer)
  if (isIn) return limit
  if (type === 'int') return isUpper ? Math.ceil(limit) - 1 : Math.floor(limit) + 1
  const { atLeast = 0, moreThan = 0, atMost = Infinity, lessThan = Infinity } = comparison
  const beside = isUpper ? Number((limit - 0.01).toFixed(6)) : Number((limit + 0.01).toFixed(6))
  const isWithin = beside >= atLeast && beside >= moreThan && beside <= atMost && beside < lessThan
  return isWithin ? beside : (Math.max(atLeast, moreThan) + Math.min(atMost, lessThan)) / 2
}
