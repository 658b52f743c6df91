import type { Entry } from '../../knowledge/finding/catalogue.ts'
import type { Question } from './question.ts'

/** A notice, or one programme of it, that an answer is looked for in. */
export type Scope = { notice: string; programme?: string | undefined }

/** Years are counted back from here; only differences matter. */
const newestYear = 2025

/** How the clause fits what the question says of year, field and programme: −1 … 1. */
export function scopeFit(question: Question, entry: Entry): number {
  const { years, notices, programmes } = question
  const undated = years.length === 0 && programmes.size > 0 && notices.size === 0
  let fit = (entry.notice.year - newestYear) * (undated ? 0.13 : 0.01)
  if (years.length > 0) {
    const inText = years.some((year) => entry.own.includes(String(year)) || entry.above.includes(`${year}年`))
    fit += years.includes(entry.notice.year) ? 0.4 : inText ? 0.15 : -0.4
  }
  if (notices.size > 0) fit += notices.has(entry.notice.id) ? 0.25 : -0.3
  if (question.documents.length > 0)
    fit += question.documents.some((document) => entry.document.includes(document)) ? 0.15 : 0
  if (programmes.size === 0 && entry.programme && entry.programme !== entry.notice.programmes[0]) fit -= 0.06
  if (programmes.size > 0) {
    const own = entry.notice.programmes.some((programme) => programmes.has(programme.id))
    const fits = entry.programme ? programmes.has(entry.programme.id) : own
    fit += fits ? 0.25 : own ? -1.2 : -0.2
  }
  return Math.max(-1, Math.min(1, fit))
}

/** Whether a clause lies in a scope: its notice, and its programme or what holds for all programmes. */
export const inScope = (scope: Scope, entry: Entry): boolean =>
  entry.notice.id === scope.notice &&
  (scope.programme === undefined || entry.programme === undefined || entry.programme.id === scope.programme)
