import { facts } from './facts.ts'
import { writeFigure } from './figure.ts'
import type { Comparison, Condition } from './rule.ts'

/** What a comparison asks for: 有效发明专利需达到100件以上（含100件）, 需完成存量专利盘点工作, 医院等级需为三级. */
export function requirementOf(comparison: Comparison): string {
  const fact = facts[comparison.fact]
  if (fact.type === 'bool') return `需${fact.need}`
  if (fact.type === 'choice') {
    const accepted = 'oneOf' in comparison ? comparison.oneOf : []
    const labels = fact.options.filter(({ value }) => accepted.includes(value)).map(({ label }) => label)
    return `${fact.label}需为${labels.join('或')}`
  }
  const figure = 'atLeast' in comparison ? `${writeFigure(comparison.atLeast)}${fact.unit}` : ''
  return `${fact.label}需达到${figure}${fact.type === 'int' ? `以上（含${figure}）` : ''}`
}

/** What a condition asks for: parts joined by ；, alternatives by ；或者. */
export function requirement(condition: Condition): string {
  if ('fact' in condition) return requirementOf(condition)
  if ('unsettled' in condition) return requirement(condition.unsettled)
  return 'allOf' in condition
    ? condition.allOf.map(requirement).join('；')
    : condition.anyOf.map(requirement).join('；或者')
}
