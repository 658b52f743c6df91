import { describeAnswer } from './actual.ts'
import type { Assessment, Change, NearestFix } from './assessment.ts'
import type { Pace } from './fact.ts'
import { type FactKey, facts } from './facts.ts'
import { distanceOf, shortfallOf } from './gap.ts'
import { requirementOf } from './requirement.ts'
import { type Answers, type Comparison, type Condition, evaluate } from './rule.ts'

type When = Change['when']
const latestFirst: readonly When[] = ['never', 'later', 'before-deadline']

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
export function nearestFix(
  conditions: readonly Condition[],
  answers: Answers,
  windowStatus: Assessment['window']['status'],
): NearestFix {
  const [best] = waysToMeetAll(conditions, answers)
    .map((way) => ({ way, cost: costOf(way, answers) }))
    .sort((a, b) => compareCosts(a.cost, b.cost))
  const all = (best?.way ?? []).map((comparison) => describeChange(comparison, answers, windowStatus))
  const changes = all.filter(({ from }) => from !== undefined)
  const confirmations = all.filter(({ from }) => from === undefined)
  const when = latestFirst.find((one) => all.some((change) => change.when === one)) ?? 'before-deadline'
  return { changes, confirmations, when, text: describeFix(all, when) }
}

function waysToMeet(condition: Condition, answers: Answers): Way[] {
  if (evaluate(condition, answers) === 'met') return [[]]
  if ('fact' in condition) return [[condition]]
  if ('anyOf' in condition) return condition.anyOf.flatMap((part) => waysToMeet(part, answers))
  return waysToMeetAll(condition.allOf, answers)
}

/** Every choice of one way for each condition. */
function waysToMeetAll(conditions: readonly Condition[], answers: Answers): Way[] {
  return conditions.reduce<Way[]>(
    (ways, condition) => {
      const next = waysToMeet(condition, answers)
      return ways.flatMap((way) => next.flatMap((more) => merge(way, more)))
    },
    [[]],
  )
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

function describeChange(comparison: Comparison, answers: Answers, windowStatus: string): Change {
  const key = comparison.fact
  const { pace, paceNote } = facts[key]
  const from = answers[key] ?? undefined
  const when = pace === 'fixed' ? 'never' : pace === 'slow' || windowStatus === 'closed' ? 'later' : 'before-deadline'
  const lacks = 'atLeast' in comparison && from !== undefined ? `（${shortfallOf(comparison, answers)}）` : ''
  const now = from === undefined ? '现未填写' : `现${describeAnswer(key, from)}`
  return {
    key,
    ...(from !== undefined && { from }),
    to: targetOf(comparison),
    text: `${requirementOf(comparison)}；${now}${lacks}`,
    when,
    why: paceNote,
  }
}

/** The least answer that meets a comparison. */
export function targetOf(comparison: Comparison): boolean | number | string {
  if ('atLeast' in comparison) return comparison.atLeast
  return 'oneOf' in comparison ? comparison.oneOf[0]! : true
}

const whenWords: Record<When, string> = {
  'before-deadline': '可以在截止前完成',
  later: '难以在截止前完成',
  never: '属单位性质等，不因申报而改变',
}

function describeFix(all: readonly Change[], when: When): string {
  const needs = all.map(({ text, when: one }) => `${text}，${whenWords[one]}`)
  const closing = {
    'before-deadline': '按此补齐后即符合条件。',
    later: '其中有的难以在截止前完成，可为今后申报作准备。',
    never: '其中有的属单位性质等，不能靠补充条件达到。',
  }
  return `最少需变动${all.length}项：${needs.join('；')}。${closing[when]}`
}
