import type { Comparison, Condition } from './document-conditions.ts'
import type { Facts } from './document-facts.ts'
import { narrow } from './narrow.ts'
import { negate } from './negate.ts'
import { type Answers, evaluate } from './rule.ts'

/** One way to meet a condition: the comparisons that don't hold yet, at most one a fact. */
export type Way = readonly Comparison[]

/** How many ways are followed up at most; only documents with many alternatives side by side have more. */
const mostWays = 300

/**
 * Every choice of one way for each condition.
 *
 * @param ranked Puts ways in order, those first that are to be kept where there are too many.
 */
export function waysToMeetAll(
  conditions: readonly Condition[],
  answers: Answers,
  facts: Facts,
  ranked: (ways: readonly Way[]) => readonly Way[],
): Way[] {
  let ways: Way[] = [[]]
  for (const condition of conditions) {
    if (evaluate(condition, answers) === 'met') continue
    const next = waysToMeet(condition, answers, facts, ranked)
    ways = kept(
      ways.flatMap((way) => next.flatMap((more) => merge(way, more))),
      ranked,
    )
  }
  return ways
}

const kept = (ways: Way[], ranked: (ways: readonly Way[]) => readonly Way[]): Way[] =>
  ways.length > mostWays ? ranked(ways).slice(0, mostWays) : ways

function waysToMeet(
  condition: Condition,
  answers: Answers,
  facts: Facts,
  ranked: (ways: readonly Way[]) => readonly Way[],
): Way[] {
  const waysTo = (part: Condition) => waysToMeet(part, answers, facts, ranked)
  const waysToAll = (parts: readonly Condition[]) => waysToMeetAll(parts, answers, facts, ranked)
  if (evaluate(condition, answers) === 'met') return [[]]
  if ('fact' in condition) return [[condition]]
  // Nobody can say what would meet it.
  if ('unsettled' in condition) return [[]]
  if ('anyOf' in condition) return condition.anyOf.flatMap(waysTo)
  if ('allOf' in condition) return waysToAll(condition.allOf)
  if ('if' in condition) {
    // What is so already is not to be undone; what isn't known may turn out not to be so.
    const isOpen = evaluate(condition.if, answers) === 'unknown'
    return [...waysTo(condition.then), ...(isOpen ? waysTo(negate(condition.if, facts)) : [])]
  }
  const { count, of } = condition.atLeastOf
  const open = of.filter((part) => evaluate(part, answers) !== 'met')
  return kept(chosen(open, count - (of.length - open.length)).flatMap(waysToAll), ranked)
}

/** Every choice of so many of some, in their order; of very many choices the first. */
function chosen<T>(from: readonly T[], count: number): T[][] {
  let choices: T[][] = [[]]
  for (let taken = 0; taken < count; taken++) {
    const lastOf = (choice: T[]) => (choice.length === 0 ? -1 : from.indexOf(choice.at(-1)!))
    choices = choices.flatMap((choice) => from.slice(lastOf(choice) + 1).map((one) => [...choice, one]))
    choices = choices.slice(0, mostWays)
  }
  return choices
}

/** Both together: two comparisons of one fact as one; nothing where no answer meets both. */
function merge(way: Way, more: Way): Way[] {
  const merged = new Map(way.map((comparison) => [comparison.fact, comparison]))
  for (const comparison of more) {
    const own = merged.get(comparison.fact)
    const both = own ? narrow(own, comparison) : comparison
    if (!both) return []
    merged.set(comparison.fact, both)
  }
  return [[...merged.values()]]
}
