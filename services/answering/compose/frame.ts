import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { lengthOf, shortened } from '../../../knowledge/language/characters.ts'
import { nameOf } from './cite.ts'
import { excerptOf } from './excerpt.ts'
import type { Inquiry } from '../answer.ts'
import { replacementOf } from '../understand/scopes.ts'

/** The line that says where an answer stands, in the language of the question. */
export function sourceLine({ question, catalogue }: Inquiry, entry: Entry): string {
  const { notice, clause } = entry
  const newer = replacementOf(catalogue, notice)
  if (question.english) {
    const issued = notice.issued ? `, issued ${notice.issued}` : ''
    const older = newer ? ` It is the older notice, of ${notice.year}; a newer one of ${newer.year} exists.` : ''
    return `From the ${notice.year} notice${notice.documentNumber ? ` ${notice.documentNumber}` : ''}${issued} (original in Chinese).${older}`
  }
  const place = shortPlace(clause.path)
  const older = newer ? `（${notice.year}年的通知，${newer.year}年另有新通知）` : ''
  return `${nameOf(entry)}${older}${place}：`
}

/** The last steps of a path, so that the line stays short: 「（二）申报条件 › 1」. */
function shortPlace(path: string): string {
  const steps = path.split(' › ').filter(Boolean)
  const shown = steps.length > 2 ? steps.slice(-2) : steps
  const place = shown.map((step) => (lengthOf(step) > 24 ? shortened(step, 23) : step)).join(' › ')
  return place ? `「${place}」` : ''
}

/** A clause as the answer to a question: what of it answers, then where it stands. */
export function statement(inquiry: Inquiry, entry: Entry, limit?: number): string {
  const excerpt = excerptOf(inquiry.question, entry, limit)
  return inquiry.question.english
    ? `${sourceLine(inquiry, entry)}\n“${excerpt}”`
    : `${excerpt}\n${sourceAfter(inquiry, entry)}`
}

/** Where an answer stands, as the line after it. */
export const sourceAfter = (inquiry: Inquiry, entry: Entry): string =>
  `——${sourceLine(inquiry, entry).replace(/：$/u, '')}`

/** A second clause of the same notice: what of it answers, and its place alone. */
export function further(inquiry: Inquiry, entry: Entry, limit: number): string {
  if (inquiry.question.english) return statement(inquiry, entry, limit)
  const place = shortPlace(entry.clause.path)
  return `${excerptOf(inquiry.question, entry, limit)}${place ? `\n——同一通知${place}` : ''}`
}
