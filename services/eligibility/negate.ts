import type { Comparison, Condition } from './document-conditions.ts'
import { factAt, type Facts } from './document-facts.ts'
import { dayFrom } from './period.ts'
import { isOnDays } from './rule.ts'

/** The condition that is met where another is unmet, and unmet where it is met. */
export function negate(condition: Condition, facts: Facts): Condition {
  const not = (part: Condition): Condition => negate(part, facts)
  if ('unsettled' in condition) return condition
  if ('allOf' in condition) return { anyOf: condition.allOf.map(not) }
  if ('anyOf' in condition) return { allOf: condition.anyOf.map(not) }
  if ('if' in condition) return { allOf: [condition.if, not(condition.then)] }
  if ('atLeastOf' in condition) {
    const { count, of } = condition.atLeastOf
    return { atLeastOf: { count: of.length - count + 1, of: of.map(not) } }
  }
  const parts = opposites(condition, facts)
  return parts.length === 1 ? parts[0]! : { anyOf: parts }
}

/** The comparisons of which one holds where another does not. */
function opposites(one: Comparison, facts: Facts): Comparison[] {
  const { fact } = one
  if ('is' in one) return [{ fact, is: !one.is }]
  if ('oneOf' in one) {
    const asked = factAt(facts, fact)
    const options = asked.type === 'choice' ? asked.options.map(({ value }) => value) : []
    return [{ fact, oneOf: options.filter((value) => !one.oneOf.includes(value)) }]
  }
  if (isOnDays(one)) {
    const { notBefore, notAfter } = one
    return [
      ...(notBefore === undefined ? [] : [{ fact, notAfter: dayFrom(notBefore, { days: 1 }, -1) }]),
      ...(notAfter === undefined ? [] : [{ fact, notBefore: dayFrom(notAfter, { days: 1 }, 1) }]),
    ]
  }
  const { atLeast, moreThan, atMost, lessThan } = one
  return [
    ...(atLeast === undefined ? [] : [{ fact, lessThan: atLeast }]),
    ...(moreThan === undefined ? [] : [{ fact, atMost: moreThan }]),
    ...(atMost === undefined ? [] : [{ fact, moreThan: atMost }]),
    ...(lessThan === undefined ? [] : [{ fact, atLeast: lessThan }]),
  ]
}
