import { facts } from './facts.ts'
import { writeFigure } from './figure.ts'
import { type Answers, type Comparison, evaluate, type Status } from './rule.ts'

type Answer = Answers[Comparison['fact']]

/** An answer and what a comparison makes of it, by the very rule. */
export type Example = { answer: string; status: Status }

/** The cases on both sides of a comparison: the answers it turns on, one step short of them, and none. */
export function examplesOf(comparison: Comparison): Example[] {
  return [...turningPoints(comparison), null].map((answer) => ({
    answer: inWords(comparison, answer),
    status: evaluate(comparison, { [comparison.fact]: answer }),
  }))
}

function turningPoints(comparison: Comparison): Answer[] {
  const fact = facts[comparison.fact]
  if (fact.type === 'bool') return [true, false]
  if (fact.type === 'choice') return fact.options.map(({ value }) => value)
  if (!('atLeast' in comparison)) return []
  const { atLeast } = comparison
  return fact.type === 'int' ? [atLeast, atLeast - 1] : [atLeast, Number((atLeast - 0.1).toFixed(1))]
}

function inWords({ fact: key }: Comparison, answer: Answer): string {
  const fact = facts[key]
  if (answer === null || answer === undefined) return '未填写'
  if (fact.type === 'bool') return answer ? '是' : '否'
  if (fact.type === 'choice') return fact.options.find(({ value }) => value === answer)?.label ?? ''
  return `${writeFigure(Number(answer))}${fact.unit}`
}
