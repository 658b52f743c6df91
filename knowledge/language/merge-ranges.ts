import type { Bounded } from './find-bounds.ts'
import type { FoundNumber } from './find-numbers.ts'

export type BoundedNumber = FoundNumber & Bounded

const isLower = ({ bound }: BoundedNumber): boolean => bound === 'atLeast' || bound === 'moreThan'
const isUpper = ({ bound }: BoundedNumber): boolean => bound === 'atMost' || bound === 'lessThan'

/** The lower end in the unit of the upper one: 5到10万元, 10-20%, 18至35周岁. Nothing where the two don't go together. */
function inUnitOf(lower: BoundedNumber, upper: BoundedNumber): number | undefined {
  if (lower.unit === upper.unit && lower.kind === upper.kind) {
    const lent = lower.unit === '' && lower.scale === 1 ? lower.value * upper.scale : lower.value
    return lent <= upper.value ? lent : lower.value
  }
  if (lower.kind !== 'plain') return undefined
  const lent = lower.scale === 1 ? lower.value * upper.scale : lower.value
  return lent < upper.value ? lent : lower.value
}

/** 10%-20%, 一至三: nothing but a sign between the two numbers. */
function asSpan(text: string, lower: BoundedNumber, upper: BoundedNumber): BoundedNumber | undefined {
  // 10万元（含）至40万元: a bracket belongs to the lower end.
  const isBracketed = lower.bound === 'exactly' && lower.includesLimit !== undefined
  const between = text.slice(isBracketed ? lower.to : lower.end, upper.start)
  const value = /^(?:至|到|-{1,2}|~)$/u.test(between) && lower.upTo === undefined ? inUnitOf(lower, upper) : undefined
  if (value === undefined || value >= upper.value || upper.kind === 'ratio') return undefined
  const { from, per, isLoose } = lower
  const bound = lower.bound === 'exactly' ? upper.bound : lower.bound
  const { includesLimit, includesUpTo } = isBracketed
    ? { includesLimit: lower.includesLimit, includesUpTo: upper.includesLimit }
    : upper
  return {
    ...upper,
    start: lower.start,
    from,
    value,
    upTo: upper.value,
    printedTo: lower.printedTo,
    isWeak: false,
    per: [...per, ...upper.per],
    bound,
    isLoose: isLoose || upper.isLoose,
    includesLimit,
    includesUpTo,
  }
}

/** 三万元以上十万元以下, 18周岁以上，35周岁以下, 不少于3家不超过5家: the words between are bounds alone. */
function asBounds(text: string, lower: BoundedNumber, upper: BoundedNumber): BoundedNumber | undefined {
  const between = text.slice(lower.to, upper.from)
  if (!isLower(lower) || !isUpper(upper) || !/^[，、,]?(?:但|且|并|而|至)?$/u.test(between)) return undefined
  if (lower.unit !== upper.unit || lower.upTo !== undefined || lower.value > upper.value) return undefined
  const { includesLimit: includesUpTo, end, to, value: upTo } = upper
  return { ...lower, end, to, upTo, includesUpTo, per: [...lower.per, ...upper.per] }
}

/** 3名或3名以上 says the same number twice. */
function asRepeated(text: string, one: BoundedNumber, other: BoundedNumber): BoundedNumber | undefined {
  const isSame = one.value === other.value && one.unit === other.unit && one.upTo === undefined
  const isJoined = /^或者?$/u.test(text.slice(one.to, other.start)) && one.bound === 'exactly'
  return isSame && isJoined ? { ...other, start: one.start, from: one.from, printedTo: one.printedTo } : undefined
}

/** Makes one figure of two numbers that are its ends. */
export function mergeRanges(text: string, numbers: BoundedNumber[]): BoundedNumber[] {
  const merged: BoundedNumber[] = []
  for (const number of numbers) {
    const last = merged.at(-1)
    const both = last && (asSpan(text, last, number) ?? asBounds(text, last, number) ?? asRepeated(text, last, number))
    if (both) merged[merged.length - 1] = both
    else merged.push(number)
  }
  return merged
}
