import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Bounds, Comparison } from './document-conditions.ts'
import type { Fact, FigureFact } from './document-facts.ts'
import { writeFigure } from './figure.ts'
import { dayFrom } from './period.ts'
import { type Answer, evaluate, isOnDays, isOnFigures, type Status } from './rule.ts'

/** An answer and what a comparison makes of it, by the very rule. */
export type Example = { answer: string; status: Status }

/** The cases on both sides of a comparison: the answers it turns on, one step beside them, and none. */
export function examplesOf(comparison: Comparison, fact: Fact): Example[] {
  return [...turningPoints(comparison, fact), null].map((answer) => ({
    answer: answerInWords(fact, answer),
    status: evaluate(comparison, { [comparison.fact]: answer }),
  }))
}

/** The answers on both sides of each limit of a comparison. */
export function turningPoints(comparison: Comparison, fact: Fact): Exclude<Answer, null>[] {
  if (fact.type === 'bool') return [true, false]
  if (fact.type === 'choice') return fact.options.map(({ value }) => value)
  if (fact.type === 'date') {
    if (!isOnDays(comparison)) return []
    const { notBefore, notAfter } = comparison
    return [
      ...(notBefore === undefined ? [] : [notBefore, dayFrom(notBefore, { days: 1 }, -1)]),
      ...(notAfter === undefined ? [] : [notAfter, dayFrom(notAfter, { days: 1 }, 1)]),
    ]
  }
  return isOnFigures(comparison) ? figuresAround(comparison, fact) : []
}

function figuresAround({ atLeast, moreThan, atMost, lessThan }: Bounds, { type }: FigureFact): number[] {
  const step = type === 'int' ? 1 : 0.1
  const beside = (limit: number, way: 1 | -1) => Number((limit + way * step).toFixed(type === 'int' ? 0 : 1))
  const figures = [
    ...(atLeast === undefined ? [] : [atLeast, beside(atLeast, -1)]),
    ...(moreThan === undefined ? [] : [beside(moreThan, 1), moreThan]),
    ...(atMost === undefined ? [] : [atMost, beside(atMost, 1)]),
    ...(lessThan === undefined ? [] : [beside(lessThan, -1), lessThan]),
  ]
  return figures.filter((figure) => figure >= 0 && (type !== 'percent' || figure <= 100))
}

/** An answer as people write it. */
export function answerInWords(fact: Fact, answer: Answer): string {
  if (answer === null) return '未填写'
  if (fact.type === 'bool') return answer ? '是' : '否'
  if (fact.type === 'choice') return fact.options.find(({ value }) => value === answer)?.label ?? ''
  if (fact.type === 'date') return inChinese(String(answer))
  return `${writeFigure(Number(answer))}${fact.unit}`
}
