import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { isSingle } from '../../../knowledge/language/characters.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'
import { aboutAsLikely } from '../retrieve/rank.ts'
import { totalWeight, type Unit } from '../understand/question.ts'

/** Signs that more than one thing is asked for. */
const severalAsked =
  /[、和及]|以及|还有|分别|各(?:要|是|有)|并且|同时|除了|(?:多少|几|什么|哪|谁|怎么).+(?:多少|几|什么|哪|谁|怎么)/u
/** Clauses looked at, and how much less likely than the first, in nats, one may be. */
const mostConsidered = 12
const farLess = 4
/** Share of the question that a second clause must add. */
const leastGain = 0.17
/** What it is worth that a clause stands in the same list: 盘点率和产业化率 are both asked for as conditions, or both as targets. */
const besideGain = 0.1

const bare = new Set(['heading', 'table', 'furniture', 'front'])

/**
 * The best clause and the one that goes with it: for the part of the question that it leaves open, or since it is about as
 * likely meant. Of clauses about as likely as the best the one in the list of the second is taken: 盘点率和产业化率 are both
 * asked for as conditions, or both as targets.
 */
export function clausesFor(inquiry: Inquiry, best: Ranked): Ranked[] {
  const others = inquiry.ranked
    .slice(0, mostConsidered)
    .filter(({ entry, score }) => entry !== best.entry && score > best.score - farLess && !bare.has(entry.clause.kind))
  const second = complement(inquiry, best, others)
  if (!second) return [best, ...rivalOf(best, others)]
  const beside = others.find(
    (one) =>
      one !== second &&
      one.score > best.score - aboutAsLikely &&
      best.entry.parent !== second.entry.parent &&
      one.entry.parent === second.entry.parent &&
      inquiry.question.terms.every((term) => !speaksTo(best.entry, term) || speaksTo(one.entry, term)),
  )
  return inOrder([beside ?? best, second])
}

/** Clauses of one list in the order of the notice. */
function inOrder(chosen: [Ranked, Ranked]): Ranked[] {
  const [one, other] = chosen
  const siblings = one.entry.parent?.children ?? []
  const isTurned = siblings.includes(other.entry) && siblings.indexOf(other.entry) < siblings.indexOf(one.entry)
  return isTurned ? [other, one] : chosen
}

const speaksTo = (entry: Entry, unit: Unit): boolean =>
  unit.words.some((word) => !isSingle(word) && entry.own.includes(word)) ||
  (unit.aspect !== undefined && entry.aspects.has(unit.aspect))

function complement({ question }: Inquiry, best: Ranked, others: Ranked[]): Ranked | undefined {
  const total = totalWeight(question.terms)
  const open = question.terms.filter((term) => !speaksTo(best.entry, term))
  if (total === 0 || open.length === 0 || !severalAsked.test(question.text)) return undefined
  return others
    .filter(({ entry }) => entry.notice === best.entry.notice)
    .map((one) => ({
      one,
      gain: open.reduce((sum, unit) => sum + (speaksTo(one.entry, unit) ? unit.weight : 0), 0) / total,
      isBeside: one.entry.parent !== undefined && one.entry.parent === best.entry.parent,
    }))
    .filter(({ gain }) => gain >= leastGain)
    .sort((a, b) => b.gain + besideGain * Number(b.isBeside) - a.gain - besideGain * Number(a.isBeside))[0]?.one
}

function rivalOf(best: Ranked, others: Ranked[]): Ranked[] {
  const [next] = others
  return next && next.score > best.score - aboutAsLikely && next.entry.parent !== best.entry ? [next] : []
}
