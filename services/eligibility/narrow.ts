import type { Bounds, Comparison } from './document-conditions.ts'
import { isOnDays, isOnFigures } from './rule.ts'

/** Two comparisons of one fact as one that asks for both; undefined where no answer meets both. */
export function narrow(one: Comparison, other: Comparison): Comparison | undefined {
  const { fact } = one
  if ('is' in one && 'is' in other) return one.is === other.is ? one : undefined
  if ('oneOf' in one && 'oneOf' in other) {
    const oneOf = one.oneOf.filter((value) => other.oneOf.includes(value))
    return oneOf.length > 0 ? { fact, oneOf } : undefined
  }
  if (isOnDays(one) && isOnDays(other)) {
    const notBefore = [one.notBefore, other.notBefore]
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1)
    const notAfter = [one.notAfter, other.notAfter].filter((day) => day !== undefined).toSorted()[0]
    if (notBefore !== undefined && notAfter !== undefined && notBefore > notAfter) return undefined
    return { fact, ...(notBefore !== undefined && { notBefore }), ...(notAfter !== undefined && { notAfter }) }
  }
  return isOnFigures(one) && isOnFigures(other) ? narrowFigures(one, other) : undefined
}

type Bound = { limit: number; isIn: boolean }

/** Of two limits on one side the one that leaves less. */
function narrowFigures(one: Bounds, other: Bounds): Bounds | undefined {
  const bounds = [one, other]
  const lower = bounds
    .flatMap(({ atLeast, moreThan }) => boundOf(atLeast, moreThan))
    .toSorted(strictest)
    .at(-1)
  const upper = bounds.flatMap(({ atMost, lessThan }) => boundOf(atMost, lessThan)).toSorted(widest)[0]
  if (lower && upper && (lower.limit > upper.limit || (lower.limit === upper.limit && !(lower.isIn && upper.isIn))))
    return undefined
  return {
    fact: one.fact,
    ...(lower && { [lower.isIn ? 'atLeast' : 'moreThan']: lower.limit }),
    ...(upper && { [upper.isIn ? 'atMost' : 'lessThan']: upper.limit }),
  }
}

const boundOf = (within: number | undefined, beside: number | undefined): Bound[] => {
  if (within !== undefined) return [{ limit: within, isIn: true }]
  return beside === undefined ? [] : [{ limit: beside, isIn: false }]
}
const strictest = (a: Bound, b: Bound) => a.limit - b.limit || Number(b.isIn) - Number(a.isIn)
const widest = (a: Bound, b: Bound) => a.limit - b.limit || Number(a.isIn) - Number(b.isIn)
