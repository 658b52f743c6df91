import type { Amount, Condition } from './document-conditions.ts'
import { factAt, type FactKey, type Facts } from './document-facts.ts'
import { writeFigure } from './figure.ts'
import { state } from './requirement.ts'
import { type Answers, evaluate, missingKeys } from './rule.ts'

/** Noise of binary fractions goes: a hundredth of a 分 is the smallest that counts. */
const rounded = (wan: number): number => Number(wan.toFixed(8))

/** What an amount comes to by some answers, in 万元; undefined while answers are missing, or where no case is that of the unit. */
export function amountFor(amount: Amount, answers: Answers): number | undefined {
  const figureOf = (key: FactKey) => (typeof answers[key] === 'number' ? answers[key] : undefined)
  if ('lowerOf' in amount) return least(amount.lowerOf.map((part) => amountFor(part, answers)))
  if ('upTo' in amount) return least([amount.upTo, amountFor(amount.amount, answers)])
  if ('cases' in amount) {
    const first = amount.cases.find(({ when }) => evaluate(when, answers) !== 'unmet')
    return first && evaluate(first.when, answers) === 'met' ? amountFor(first.amount, answers) : undefined
  }
  if ('percent' in amount) {
    const of = figureOf(amount.of)
    return of === undefined ? undefined : rounded((of * amount.percent) / 100)
  }
  if (!('per' in amount)) return amount.wan
  const count = figureOf(amount.per)
  return count === undefined ? undefined : rounded(count * amount.wan)
}

const least = (amounts: readonly (number | undefined)[]): number | undefined =>
  amounts.includes(undefined) ? undefined : Math.min(...amounts.map((one) => one ?? Infinity))

/** The answers that an amount still needs, in its order. */
export function missingFor(amount: Amount, answers: Answers): FactKey[] {
  const isOpen = (key: FactKey) => answers[key] === undefined || answers[key] === null
  if ('lowerOf' in amount) return [...new Set(amount.lowerOf.flatMap((part) => missingFor(part, answers)))]
  if ('upTo' in amount) return missingFor(amount.amount, answers)
  if ('cases' in amount) {
    const first = amount.cases.find(({ when }) => evaluate(when, answers) !== 'unmet')
    if (!first) return []
    return evaluate(first.when, answers) === 'met'
      ? missingFor(first.amount, answers)
      : missingKeys(first.when, answers)
  }
  const key = 'percent' in amount ? amount.of : 'per' in amount ? amount.per : undefined
  return key !== undefined && isOpen(key) ? [key] : []
}

/** How an amount is worked out: 设备购置费用的30%，最多50万元. */
export function amountInWords(amount: Amount, facts: Facts): string {
  const inWords = (part: Amount) => amountInWords(part, facts)
  if ('lowerOf' in amount) return `${amount.lowerOf.map(inWords).join('、')}，取较低的`
  if ('upTo' in amount) return `${inWords(amount.amount)}，最多${writeFigure(amount.upTo)}万元`
  if ('cases' in amount) {
    const caseOf = ({ when, amount: part }: { when: Condition; amount: Amount }) =>
      `${state(when, facts)}的，${inWords(part)}`
    return amount.cases.map(caseOf).join('；')
  }
  if ('percent' in amount) return `${factAt(facts, amount.of).label}的${writeFigure(amount.percent)}%`
  if (!('per' in amount)) return `${writeFigure(amount.wan)}万元`
  const fact = factAt(facts, amount.per)
  return `${fact.label}每${'unit' in fact ? fact.unit : '项'}${writeFigure(amount.wan)}万元`
}
