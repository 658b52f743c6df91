import type { Context } from './clause-context.ts'
import type { Facts } from './facts.ts'
import { figuresIn } from './facts.ts'
import { readFigureRule } from './read-figure-rule.ts'
import { findModal } from './words.ts'
import type { Sentence, Stretch } from './split-text.ts'
import { stretch } from './split-text.ts'

const or = /^或者?(?=\S)/u
const joined = /或者?/u

/** The two sides of 实际达成交易5次以上或实际到账金额达到50万元以上, where each of them states one figure. */
export function alternativesIn(facts: Facts, chunk: Stretch, context: Context): string[] | undefined {
  const [one, other, ...more] = figuresIn(facts, chunk)
  if (!one || !other || more.length > 0 || one.bound === 'exactly' || other.bound === 'exactly') return undefined
  const between = facts.text.slice(one.to, other.from)
  const found = joined.exec(between)
  if (!found || found.index !== 0) return undefined
  const first = stretch(facts.text, chunk.start, one.to)
  const second = stretch(facts.text, one.to + found[0].length, chunk.end)
  const isRead = [first, second].every((side) => readFigureRule(facts, side, context.topic)?.unaccounted === '')
  return isRead ? [first.text, second.text] : undefined
}

/** Where a sentence goes over to its alternative: the segment or chunk that begins with 或者. */
function turn({ segments }: Sentence): number | undefined {
  const at = segments.findIndex(({ text }, index) => index > 0 && or.test(text))
  if (at >= 0) return segments[at]!.start
  const chunks = segments.length === 1 ? segments[0]!.chunks : []
  return chunks.find(({ text }, index) => index > 0 && or.test(text))?.start
}

/** 达到500万元；或者具有典型案例: the sides of a sentence of which one is enough. Nothing where a case is told (…的). */
export function alternativesOf(facts: Facts, sentence: Sentence): string[] | undefined {
  const start = sentence.segments[0]?.start ?? sentence.start
  const at = turn(sentence)
  if (at === undefined) return undefined
  // A，或者B，应当报告: who must is one or the other, not what.
  const isJoinedSubject =
    findModal(facts.text.slice(at, sentence.end)) !== undefined && !findModal(facts.text.slice(start, at))
  if (isJoinedSubject) return undefined
  const sides = [stretch(facts.text, start, at), stretch(facts.text, at, sentence.end)]
  const members = sides.map(({ text }) => text.replace(or, '').replace(/[，,；;。]+$/u, ''))
  return members.some((text) => /的(?:，|$)|；/u.test(text) || or.test(text)) ? undefined : members
}
