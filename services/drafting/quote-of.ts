import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Quoted } from '../eligibility/document.ts'

const squeeze = (text: string): string => text.replace(/\s/gu, '')

/** The words of the source from the n-th character that is no white space to another. */
function sourceBetween(source: string, first: number, end: number): string {
  let [count, from, to] = [0, 0, source.length]
  for (let at = 0; at < source.length; at++) {
    if (/\s/u.test(source[at]!)) continue
    if (count === first) from = at
    count++
    if (count === end) {
      to = at + 1
      break
    }
  }
  return source.slice(from, to)
}

const squeezed = new WeakMap<Notice, string[]>()
/** The quotes of a notice without white space, made once. */
function squeezedQuotes(notice: Notice): string[] {
  const found = squeezed.get(notice) ?? notice.clauses.map(({ quote }) => squeeze(quote))
  squeezed.set(notice, found)
  return found
}

/** A stretch of a clause's text as the source has it; its place is named where the same words stand elsewhere too. */
export function quoteOf(notice: Notice, clause: Clause, start = 0, end = clause.text.length): Quoted {
  const isAlike = squeeze(clause.text).length === squeeze(clause.quote).length
  const wanted = isAlike
    ? sourceBetween(
        clause.quote,
        squeeze(clause.text.slice(0, start)).length,
        squeeze(clause.text.slice(0, end)).length,
      )
    : clause.quote
  const quote = wanted.trim().replace(/[；;。，,]+$/u, '') || clause.quote.trim()
  const words = squeeze(quote)
  const isTwice = squeezedQuotes(notice).filter((one) => one.includes(words)).length > 1
  return { quote, ...(isTwice && { section: clause.id }) }
}
