import type { Condition } from '../eligibility/document-conditions.ts'
import type { FactBook } from './fact-book.ts'
import type { Need, PlainNeed } from './need.ts'
import { type Asked, factOf } from './word-facts.ts'

/** A need as a condition on facts, which are entered in the book. */
export function conditionOf(need: Need, asked: Asked, book: FactBook): Condition {
  const of = (one: Need): Condition => conditionOf(one, asked, book)
  if ('all' in need) return { allOf: need.all.map(of) }
  if ('any' in need) return { anyOf: need.any.map(of) }
  if ('count' in need) return { atLeastOf: { count: need.count, of: need.of.map(of) } }
  if ('when' in need) return { if: of(need.when), then: of(need.then) }
  if ('unread' in need) return { unsettled: { allOf: [] } }
  return comparisonOf(need, book.keyFor(factOf(need, asked)))
}

function comparisonOf(need: PlainNeed, fact: string): Condition {
  if (need.kind === 'claim') return { fact, is: true }
  if (need.kind === 'choice') return { fact, oneOf: [...need.oneOf] }
  return { fact, ...need.limits }
}
