import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Citation } from '../../reply.ts'
import { quoteWithItems } from './quote-with-items.ts'

/** The citation of a clause: where it stands, and its words verbatim with those of its items. */
export function cite(entry: Entry): Citation {
  const { notice, clause } = entry
  return {
    notice: notice.id,
    title: notice.title,
    ...(notice.documentNumber ? { documentNumber: notice.documentNumber } : {}),
    ...(notice.issued ? { issued: notice.issued } : {}),
    clause: clause.id,
    heading: clause.path || notice.shortTitle,
    quote: quoteWithItems(entry),
    url: `/notices/${encodeURIComponent(notice.id)}#${encodeURIComponent(clause.id)}`,
  }
}

/** Citations of several clauses, each once, in order. */
export const citeAll = (entries: Entry[]): Citation[] => [...new Set(entries)].map(cite)

/** How a notice is named in an answer: its short title with its number. */
export const nameOf = (entry: Pick<Entry, 'notice'>): string =>
  `《${entry.notice.shortTitle}》${entry.notice.documentNumber ? `（${entry.notice.documentNumber}）` : ''}`

/** Where in its notice a clause stands, in words: 「一、… › （二）申报条件 › 1」. */
export const placeOf = (entry: Entry): string => (entry.clause.path ? `「${entry.clause.path}」` : '')
