import type { Comparison, Condition } from './document-conditions.ts'
import type { ResolvedProgramme } from './resolve-programmes.ts'
import { dayFrom } from './period.ts'
import { requirement } from './requirement.ts'
import { comparisonsOf, mapComparisons } from './rule.ts'

const isAgo = (one: Comparison): boolean => 'atLeastAgo' in one || 'withinLast' in one

/** The days that "so long ago" and "within the last" come to on a day; what lies ahead of it is not within the last. */
function onDay(one: Comparison, asOf: string): Comparison {
  if (!('atLeastAgo' in one) && !('withinLast' in one)) return one
  const { atLeastAgo, withinLast } = one
  const notAfter = atLeastAgo ? dayFrom(asOf, atLeastAgo, -1) : asOf
  return { ...one, notAfter, ...(withinLast && { notBefore: dayFrom(asOf, withinLast, -1) }) }
}

/** A condition as it is on a day; the day's distance, such as 满两年, is worked out. */
export const conditionOn = (condition: Condition, asOf: string): Condition =>
  mapComparisons(condition, (one) => onDay(one, asOf))

/**
 * A programme as it is on a day: what depends on the day of the check is worked out. The same object where nothing does.
 *
 * @param asOf YYYY-MM-DD.
 */
export function holdOn(programme: ResolvedProgramme, asOf: string): ResolvedProgramme {
  const { criteria, preferences, facts } = programme
  const held = (condition: Condition): Condition => conditionOn(condition, asOf)
  const conditions = [...criteria, ...preferences].map(({ condition }) => condition)
  if (!conditions.flatMap(comparisonsOf).some(isAgo)) return programme
  return {
    ...programme,
    criteria: criteria.map((one) => {
      const condition = held(one.condition)
      return { ...one, condition, required: one.words?.required ?? requirement(condition, facts) }
    }),
    preferences: preferences.map((one) => ({ ...one, condition: held(one.condition) })),
  }
}

/** The same of all that is known: whoever talks about programmes talks of them as they are today. */
export function heldOn<Known extends { programmes: readonly ResolvedProgramme[] }>(known: Known, asOf: string): Known {
  const programmes = known.programmes.map((one) => holdOn(one, asOf))
  return programmes.every((one, at) => one === known.programmes[at]) ? known : { ...known, programmes }
}
