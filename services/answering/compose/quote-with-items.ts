import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { cutTo, lengthOf } from '../../../knowledge/language/characters.ts'

const longestQuote = 600

/**
 * The words of a clause, verbatim, and of what it opens: a lead-in (「……下列条件：」) or an article is quoted with
 * its items, whole ones only, as far as they follow it without a gap and 600 characters reach.
 */
export function quoteWithItems(entry: Entry): string {
  let quote = cutTo(entry.clause.quote, longestQuote)
  let last = entry
  for (const item of itemsOf(entry)) {
    const longer = `${quote}\n${item.clause.quote}`
    if (lengthOf(longer) > longestQuote || !adjoins(last, item)) break
    quote = longer
    last = item
  }
  return quote
}

/** What a clause opens, in the order of the text: all below it, and below a lead-in without a number the items beside it. */
function itemsOf(entry: Entry): Entry[] {
  const { clause, parent } = entry
  if (clause.kind === 'paragraph' && parent && /[：:]$/u.test(clause.text)) {
    const after = parent.children.slice(parent.children.indexOf(entry) + 1)
    const end = after.findIndex((sibling) => sibling.clause.marker === undefined)
    return (end < 0 ? after : after.slice(0, end)).flatMap(withAllBelow)
  }
  return clause.kind === 'item' ? entry.children.flatMap(withAllBelow) : []
}

const withAllBelow = (entry: Entry): Entry[] => [entry, ...entry.children.flatMap(withAllBelow)]

/** Whether a provision comes right after another in the text of the notice, nothing between them. */
function adjoins({ clause, notice }: Entry, { clause: next }: Entry): boolean {
  const [from, to] = [clause.spans.at(-1)?.end, next.spans[0]?.start]
  if (from === undefined || to === undefined || next.kind === 'row' || next.kind === 'table') return false
  return from <= to && notice.source.slice(from, to).trim() === ''
}
