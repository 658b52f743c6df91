import type { Condition } from './document-conditions.ts'
import { type Fact, factAt, type Facts } from './document-facts.ts'
import { inChinese } from '../../knowledge/language/write-day.ts'
import { writeFigure } from './figure.ts'
import { type Answer, type Answers, factsRead } from './rule.ts'

/** An answer in words: 已有88件, 为95%, 医院等级为二级, 已完成存量专利盘点, 未填写. */
export function describeAnswer(fact: Fact, answer: Answer | undefined): string {
  if (answer === undefined || answer === null) return '未填写'
  if (fact.type === 'bool') return answer ? fact.yes : fact.no
  if (fact.type === 'choice') {
    return `${fact.label}为${fact.options.find(({ value }) => value === answer)?.label ?? answer}`
  }
  if (fact.type === 'date') return `${fact.label}为${inChinese(String(answer))}`
  const verb = fact.type === 'int' && answer !== 0 ? '已有' : '为'
  return `${verb}${writeFigure(Number(answer))}${fact.unit}`
}

/** The same under the fact's own name, for where several stand together: 近三年达成交易已有4次. */
function describeNamed(fact: Fact, answer: Answer | undefined): string {
  const isNamed = fact.type === 'bool' || fact.type === 'choice' || fact.type === 'date'
  const speaksForItself = isNamed && answer !== undefined && answer !== null
  return `${speaksForItself ? '' : fact.label}${describeAnswer(fact, answer)}`
}

/** What was answered for a condition, each answer under its name where the condition reads several. */
export function describeActual(condition: Condition, answers: Answers, facts: Facts): string {
  if ('fact' in condition) return describeAnswer(factAt(facts, condition.fact), answers[condition.fact])
  return factsRead(condition)
    .map((key) => describeNamed(factAt(facts, key), answers[key]))
    .join('；')
}
