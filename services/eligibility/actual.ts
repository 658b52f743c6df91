import { type FactKey, facts } from './facts.ts'
import { writeFigure } from './figure.ts'
import { type Answers, type Condition, factsRead } from './rule.ts'

type Answer = Answers[FactKey]

/** An answer in words: 已有88件, 为95%, 医院等级为二级, 已完成存量专利盘点, 未填写. */
export function describeAnswer(key: FactKey, answer: Answer): string {
  const fact = facts[key]
  if (answer === undefined || answer === null) return '未填写'
  if (fact.type === 'bool') return answer ? fact.yes : fact.no
  if (fact.type === 'choice') {
    return `${fact.label}为${fact.options.find(({ value }) => value === answer)?.label ?? answer}`
  }
  const verb = fact.type === 'int' && answer !== 0 ? '已有' : '为'
  return `${verb}${writeFigure(Number(answer))}${fact.unit}`
}

/** The same under the fact's own name, for where several stand together: 近三年达成交易已有4次. */
function describeNamed(key: FactKey, answer: Answer): string {
  const fact = facts[key]
  const speaksForItself = (fact.type === 'bool' || fact.type === 'choice') && answer !== undefined && answer !== null
  return `${speaksForItself ? '' : fact.label}${describeAnswer(key, answer)}`
}

/** What was answered for a condition, each answer under its name where the condition reads several. */
export function describeActual(condition: Condition, answers: Answers): string {
  if ('fact' in condition) return describeAnswer(condition.fact, answers[condition.fact])
  return factsRead(condition)
    .map((key) => describeNamed(key, answers[key]))
    .join('；')
}
