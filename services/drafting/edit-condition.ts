import type { Condition } from '../eligibility/document-conditions.ts'
import type { Facts } from './fact-book.ts'

export type BoundName = 'atLeast' | 'moreThan' | 'atMost' | 'lessThan'

/** A change to one part of a condition. `at` leads to it by numbers: [], [1], [0, 2]; of a case 0 is when, 1 is then. */
export type ConditionEdit =
  /** Where a figure must lie; the bound on the same side goes. */
  | { edit: 'limit'; at: number[]; bound: BoundName; value: number }
  /** Which answers of a list are enough. */
  | { edit: 'options'; at: number[]; oneOf: string[] }
  /** Whether yes or no is asked for. */
  | { edit: 'claim'; at: number[]; is: boolean }
  /** How the parts hold together: all of them, one, or so many. */
  | { edit: 'bind'; at: number[]; as: 'all' | 'any' | number }
  | { edit: 'drop'; at: number[] }

/** Why a change can't be made: there is no such part, or the change doesn't suit it. */
export class EditFault extends Error {}

export const fail = (): never => {
  throw new EditFault()
}

/** The parts of a condition, in order; none of one that compares a fact. */
export function partsOf(condition: Condition): readonly Condition[] {
  if ('allOf' in condition) return condition.allOf
  if ('anyOf' in condition) return condition.anyOf
  if ('atLeastOf' in condition) return condition.atLeastOf.of
  return 'if' in condition ? [condition.if, condition.then] : []
}

/** The same with other parts; one that is left alone takes the place of the whole. */
function withParts(condition: Condition, parts: readonly Condition[]): Condition | undefined {
  if ('if' in condition) return parts.length === 2 ? { if: parts[0]!, then: parts[1]! } : parts[0]
  if (parts.length < 2) return parts[0]
  if ('allOf' in condition) return { allOf: parts }
  if ('anyOf' in condition) return { anyOf: parts }
  if (!('atLeastOf' in condition)) return condition
  return { atLeastOf: { count: Math.min(condition.atLeastOf.count, parts.length), of: parts } }
}

function bound(condition: Condition, as: 'all' | 'any' | number): Condition {
  const parts = partsOf(condition)
  if (parts.length < 2 || 'if' in condition) return fail()
  if (as === 'all') return { allOf: parts }
  if (as === 'any') return { anyOf: parts }
  return Number.isInteger(as) && as >= 1 && as <= parts.length ? { atLeastOf: { count: as, of: parts } } : fail()
}

const sides: Record<BoundName, BoundName[]> = {
  atLeast: ['atLeast', 'moreThan'],
  moreThan: ['atLeast', 'moreThan'],
  atMost: ['atMost', 'lessThan'],
  lessThan: ['atMost', 'lessThan'],
}

function limited(condition: Condition, name: BoundName, value: number, facts: Facts): Condition {
  if (!('fact' in condition) || !('unit' in (facts[condition.fact] ?? {})) || !(value >= 0)) return fail()
  const kept = Object.entries(condition).filter(([key]) => !sides[name].includes(key as BoundName))
  return { ...(Object.fromEntries(kept) as { fact: string }), [name]: value }
}

function changed(condition: Condition, edit: ConditionEdit, facts: Facts): Condition | undefined {
  switch (edit.edit) {
    case 'drop':
      return undefined
    case 'bind':
      return bound(condition, edit.as)
    case 'limit':
      return limited(condition, edit.bound, edit.value, facts)
    case 'claim':
      return 'is' in condition ? { fact: condition.fact, is: edit.is } : fail()
    case 'options': {
      if (!('oneOf' in condition)) return fail()
      const fact = facts[condition.fact]
      const known = fact?.type === 'choice' ? fact.options.map(({ value }) => value) : []
      const chosen = known.filter((value) => edit.oneOf.includes(value))
      return chosen.length > 0 && chosen.length === edit.oneOf.length ? { fact: condition.fact, oneOf: chosen } : fail()
    }
  }
}

/** @returns Undefined where nothing is left. @throws {EditFault} */
export function editCondition(
  condition: Condition,
  edit: ConditionEdit,
  facts: Facts,
  depth = 0,
): Condition | undefined {
  const next = edit.at[depth]
  if (next === undefined) return changed(condition, edit, facts)
  const parts = partsOf(condition)
  const part = parts[next] ?? fail()
  const edited = editCondition(part, edit, facts, depth + 1)
  return withParts(
    condition,
    parts.flatMap((one, at) => (at === next ? (edited ?? []) : [one])),
  )
}
