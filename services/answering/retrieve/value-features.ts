import { strengthOf } from '../../../knowledge/finding/aspects.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import type { Passage } from './passages.ts'
import type { Reading } from './reading.ts'

/** Whether a passage speaks to the aspect asked, holds a value of the kind waited for, or bears the number asked for. */
export const valueNames = [
  'aspect',
  'aspectMissing',
  'aspectFew',
  'value',
  'valueInClause',
  'valueFew',
  'ordinal',
] as const

/** How surely a clause must speak to an aspect for it not to count as missing. */
const leastAspect = 0.3

export function valueFeatures(
  { asked, few }: Reading,
  { entry, own }: Passage,
): Record<(typeof valueNames)[number], number> {
  const aspects = [...asked.aspects].filter((name) => name !== 'definition')
  const aspect = aspects.reduce((sum, name) => sum + strengthOf(entry.aspects, name), 0) / Math.max(1, aspects.length)
  const { kind, unit } = asked.value
  const waits = kind !== 'text'
  const holds = waits && holdsValue(own, kind, unit)
  const { clause } = entry
  const inClause = waits && (holds || holdsValue(entry.own, kind, unit))
  return {
    aspect,
    aspectMissing: Number(aspects.length > 0 && aspect < leastAspect),
    aspectFew: aspect * few,
    value: Number(holds),
    valueInClause: Number(inClause),
    valueFew: inClause ? few : 0,
    ordinal: Number(numbered.has(clause.kind) && asked.ordinal !== undefined && numberOf(clause.id) === asked.ordinal),
  }
}

/** Kinds of clause that bear a number of their own. */
const numbered = new Set(['item', 'row', 'heading'])

/** The number that a clause bears in its part: 5 for 2.1.5. */
function numberOf(id: string): number | undefined {
  const [digits] = /\d+$/u.exec(id) ?? []
  return digits === undefined ? undefined : Number(digits)
}
