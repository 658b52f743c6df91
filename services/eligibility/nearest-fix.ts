import type { NearestFix } from './assessment.ts'
import { describeChange, describeConfirmation, describeFix, latestFirst, type WindowStatus } from './describe-fix.ts'
import type { Comparison, Condition } from './document-conditions.ts'
import { factAt, type FactKey, type Facts } from './document-facts.ts'
import { distanceOf } from './gap.ts'
import { waysToMeetAll, type Way } from './ways-to-meet.ts'
import type { Answers } from './rule.ts'

/**
 * The smallest set of answers that would have to be others for all conditions to be met.
 *
 * Fewest answers first; of as few, the one that asks least of what the unit is, then least of what takes long, then
 * the fewest known answers to change, then the smallest distances, then the notice's order.
 *
 * @param windowStatus After the window has closed nothing can change before the deadline.
 */
export function nearestFix(
  conditions: readonly Condition[],
  answers: Answers,
  windowStatus: WindowStatus,
  facts: Facts,
): NearestFix {
  const ranked = (ways: readonly Way[]): Way[] =>
    ways
      .map((way) => ({ way, cost: costOf(way, answers, facts) }))
      .sort((a, b) => compareCosts(a.cost, b.cost))
      .map(({ way }) => way)
  const [way = []] = ranked(waysToMeetAll(conditions, answers, facts, ranked))
  const isKnown = ({ fact }: Comparison) => known(fact, answers)
  const changes = way.filter(isKnown).map((comparison) => describeChange(comparison, answers, windowStatus, facts))
  const confirmations = way
    .filter((comparison) => !isKnown(comparison))
    .map((comparison) => describeConfirmation(comparison, facts))
  const when = latestFirst.find((one) => changes.some((change) => change.when === one)) ?? 'before-deadline'
  return { changes, confirmations, when, text: describeFix(changes, confirmations, when, windowStatus) }
}

const known = (key: FactKey, answers: Answers): boolean => answers[key] !== undefined && answers[key] !== null

function costOf(way: Way, answers: Answers, facts: Facts): number[] {
  const paced = (pace: 'fixed' | 'slow') => way.filter(({ fact }) => factAt(facts, fact).pace === pace).length
  const toChange = way.filter(({ fact }) => known(fact, answers))
  const distance = toChange.reduce((sum, comparison) => sum + distanceOf(comparison, answers), 0)
  return [way.length, paced('fixed'), paced('slow'), toChange.length, distance]
}

function compareCosts(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((cost, index) => cost !== b[index])
  return at < 0 ? 0 : a[at]! - b[at]!
}
