import type { NearestFix } from './assessment.ts'
import { describeChange, describeConfirmation, describeFix, latestFirst, type WindowStatus } from './describe-fix.ts'
import type { Pace } from './fact.ts'
import { type FactKey, facts } from './facts.ts'
import { distanceOf } from './gap.ts'
import { type Answers, type Comparison, type Condition, evaluate } from './rule.ts'

/** One way to meet a condition: the comparisons that don't hold yet, at most one a fact. */
type Way = readonly Comparison[]

/**
 * The smallest set of answers that would have to be others for all conditions to be met.
 *
 * Fewest answers first; of as few, the one that asks least of what the unit is, then least of what takes long, then
 * the fewest known answers to change, then the smallest distances, then the notice's order.
 *
 * @param windowStatus After the window has closed nothing can change before the deadline.
 */
export function nearestFix(conditions: readonly Condition[], answers: Answers, windowStatus: WindowStatus): NearestFix {
  const [best] = waysToMeetAll(conditions, answers)
    .map((way) => ({ way, cost: costOf(way, answers) }))
    .sort((a, b) => compareCosts(a.cost, b.cost))
  const way = best?.way ?? []
  const isKnown = ({ fact }: Comparison) => known(fact, answers)
  const changes = way.filter(isKnown).map((comparison) => describeChange(comparison, answers, windowStatus))
  const confirmations = way.filter((comparison) => !isKnown(comparison)).map(describeConfirmation)
  const when = latestFirst.find((one) => changes.some((change) => change.when === one)) ?? 'before-deadline'
  return { changes, confirmations, when, text: describeFix(changes, confirmations, when, windowStatus) }
}

function waysToMeet(condition: Condition, answers: Answers): Way[] {
  if (evaluate(condition, answers) === 'met') return [[]]
  if ('fact' in condition) return [[condition]]
  // Nobody can say what would meet it.
  if ('unsettled' in condition) return [[]]
  if ('anyOf' in condition) return condition.anyOf.flatMap((part) => waysToMeet(part, answers))
  return waysToMeetAll(condition.allOf, answers)
}

/** Every choice of one way for each condition. */
function waysToMeetAll(conditions: readonly Condition[], answers: Answers): Way[] {
  let ways: Way[] = [[]]
  for (const condition of conditions) {
    if (evaluate(condition, answers) === 'met') continue
    const next = waysToMeet(condition, answers)
    ways = ways.flatMap((way) => next.flatMap((more) => merge(way, more)))
  }
  return ways
}

/** Both together: of two limits on one fact the higher; nothing where no answer meets both. */
function merge(way: Way, more: Way): Way[] {
  const merged = new Map(way.map((comparison) => [comparison.fact, comparison]))
  for (const comparison of more) {
    const both = strictest(merged.get(comparison.fact), comparison)
    if (!both) return []
    merged.set(comparison.fact, both)
  }
  return [[...merged.values()]]
}

function strictest(one: Comparison | undefined, other: Comparison): Comparison | undefined {
  if (!one) return other
  if ('atLeast' in one && 'atLeast' in other) return one.atLeast >= other.atLeast ? one : other
  if (!('oneOf' in one) || !('oneOf' in other)) return one
  const oneOf = one.oneOf.filter((value) => other.oneOf.includes(value))
  return oneOf.length > 0 ? { fact: one.fact, oneOf } : undefined
}

const known = (key: FactKey, answers: Answers): boolean => answers[key] !== undefined && answers[key] !== null

function costOf(way: Way, answers: Answers): number[] {
  const paced = (pace: Pace) => way.filter(({ fact }) => facts[fact].pace === pace).length
  const toChange = way.filter(({ fact }) => known(fact, answers))
  const distance = toChange.reduce((sum, comparison) => sum + distanceOf(comparison, answers), 0)
  return [way.length, paced('fixed'), paced('slow'), toChange.length, distance]
}

function compareCosts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((cost, index) => cost !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}
