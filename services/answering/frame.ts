import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { lengthOf, shortened } from '../../knowledge/language/characters.ts'
import { nameOf } from './cite.ts'
import { excerptOf } from './excerpt.ts'
import type { Inquiry } from './answer.ts'
import { replacementOf } from './scopes.ts'

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

/** A clause as the answer to a question: where it stands, and what of it answers. */
export function statement(inquiry: Inquiry, entry: Entry, limit?: number): string {
  const excerpt = excerptOf(inquiry.question, entry, limit)
  return inquiry.question.english
    ? `${sourceLine(inquiry, entry)}\n“${excerpt}”`
    : `${sourceLine(inquiry, entry)}\n${excerpt}`
}

/** A second clause of the same notice: its place alone, and what of it answers. */
export function further(inquiry: Inquiry, entry: Entry, limit: number): string {
  if (inquiry.question.english) return statement(inquiry, entry, limit)
  return `${shortPlace(entry.clause.path)}：${excerptOf(inquiry.question, entry, limit)}`
}
