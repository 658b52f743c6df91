import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Bounds, Comparison, Condition, DayBounds, Period } from './document-conditions.ts'
import { factAt, type Facts, type FigureFact } from './document-facts.ts'
import { writeFigure } from './figure.ts'
import { isOnDays } from './rule.ts'

/** What a comparison asks for: 有效发明专利需达到100件以上（含100件）, 需完成存量专利盘点工作, 医院等级需为三级. */
export function requirementOf(comparison: Comparison, facts: Facts): string {
  const { subject, takes } = termsOf(comparison, facts)
  return `${subject}需${takes}`
}

/** The same as something that is so: 有效发明专利达到100件以上（含100件）, 完成存量专利盘点工作, 医院等级为三级. */
function stateOf(comparison: Comparison, facts: Facts): string {
  const { subject, takes } = termsOf(comparison, facts)
  return `${subject}${takes}`
}

function termsOf(comparison: Comparison, facts: Facts): { subject: string; takes: string } {
  const fact = factAt(facts, comparison.fact)
  if ('is' in comparison)
    return { subject: '', takes: fact.type === 'bool' ? (comparison.is ? fact.need : fact.no) : '' }
  const subject = fact.label
  if ('oneOf' in comparison) {
    const options = fact.type === 'choice' ? fact.options : []
    const labels = options.filter(({ value }) => comparison.oneOf.includes(value)).map(({ label }) => label)
    return { subject, takes: `为${labels.join('或')}` }
  }
  if (isOnDays(comparison)) return { subject, takes: daysInWords(comparison) }
  return { subject, takes: boundsInWords(comparison, fact as FigureFact) }
}

/** 达到100件以上（含100件）, 超过500万元, 达到10%且不超过20%. */
function boundsInWords({ atLeast, moreThan, atMost, lessThan }: Bounds, { type, unit }: FigureFact): string {
  const figure = (value: number) => `${writeFigure(value)}${unit}`
  const included = (value: number) => (type === 'int' ? `以上（含${figure(value)}）` : '')
  return [
    ...(atLeast === undefined ? [] : [`达到${figure(atLeast)}${included(atLeast)}`]),
    ...(moreThan === undefined ? [] : [`超过${figure(moreThan)}（不含${figure(moreThan)}）`]),
    ...(atMost === undefined ? [] : [`不超过${figure(atMost)}（含${figure(atMost)}）`]),
    ...(lessThan === undefined
      ? []
      : [`${type === 'int' ? '少于' : '低于'}${figure(lessThan)}（不含${figure(lessThan)}）`]),
  ].join('且')
}

export const periodInWords = (period: Period): string =>
  'years' in period ? `${period.years}年` : 'months' in period ? `${period.months}个月` : `${period.days}天`

/** 在2020年1月1日以后（含当日）, 距今满3年（2022年11月22日以前，含当日）, 在近3年内. */
function daysInWords(comparison: DayBounds & { atLeastAgo?: Period; withinLast?: Period }): string {
  const { notBefore, notAfter, atLeastAgo, withinLast } = comparison
  const from = notBefore === undefined ? [] : [`${inChinese(notBefore)}以后`]
  const to = notAfter === undefined ? [] : [`${inChinese(notAfter)}以前`]
  const bounds = [...from, ...to].join('、')
  if (!atLeastAgo && !withinLast) return `在${bounds}（含当日）`
  const ago = [
    ...(atLeastAgo ? [`距今满${periodInWords(atLeastAgo)}`] : []),
    ...(withinLast ? [`在近${periodInWords(withinLast)}内`] : []),
  ].join('且')
  const named = atLeastAgo ? bounds : from.join('')
  return named === '' ? ago : `${ago}（${named}，含当日）`
}

/** What a condition asks for: parts joined by ；, alternatives by ；或者. */
export function requirement(condition: Condition, facts: Facts): string {
  if ('fact' in condition) return requirementOf(condition, facts)
  if ('unsettled' in condition) return requirement(condition.unsettled, facts)
  const each = (parts: readonly Condition[]) => parts.map((part) => requirement(part, facts))
  if ('if' in condition) return `${state(condition.if, facts)}的，${requirement(condition.then, facts)}`
  if ('atLeastOf' in condition) {
    const { count, of } = condition.atLeastOf
    return `以下${of.length}项至少符合${count}项：${each(of).join('；')}`
  }
  return 'allOf' in condition ? each(condition.allOf).join('；') : each(condition.anyOf).join('；或者')
}

/** A condition as the case in which something else is asked for: 医院等级为三级，且有效发明专利达到100件以上. */
export function state(condition: Condition, facts: Facts): string {
  if ('fact' in condition) return stateOf(condition, facts)
  if ('allOf' in condition) return condition.allOf.map((part) => state(part, facts)).join('，且')
  if ('anyOf' in condition) return condition.anyOf.map((part) => state(part, facts)).join('或者')
  return requirement(condition, facts)
}
