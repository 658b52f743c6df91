import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import type { Source } from './assessment.ts'
import type { ProgrammeDocument, Quoted } from './document.ts'

const squeeze = (text: string): string => text.replace(/\s/gu, '')

/**
 * Finds the one clause of the programme's notice in which a quote stands, white space apart.
 *
 * @returns The source with the quote as declared; or why there is none: it is not verbatim, stands in several clauses and no
 *   section tells which, or belongs to another programme.
 */
export function locateQuote(
  notice: Notice,
  programme: Pick<ProgrammeDocument, 'id' | 'section'>,
  quoted: Quoted,
): { source: Source } | { problem: string } {
  const fail = (problem: string) => ({ problem: texts.quoted(problem, quoted.quote) })
  const quote = squeeze(quoted.quote)
  if (quote === '') return fail(texts.quoteEmpty)
  const standing = notice.clauses.filter((clause) => squeeze(clause.quote).includes(quote)).map(({ id }) => id)
  if (standing.length === 0) return fail(texts.quoteNowhere(notice.id))
  const others = notice.programmes.filter(({ id, section }) => id !== programme.id && section !== '')
  const section = quoted.section ?? (standing.length > 1 ? programme.section : undefined)
  const clauses = section === undefined ? standing : standing.filter((id) => isUnder(id, section))
  const [clause] = clauses
  if (clause === undefined) return fail(texts.quoteElsewhere(standing.join('、'), section ?? ''))
  if (clauses.length > 1) return fail(texts.quoteTwice(clauses.join('、')))
  if (others.some((other) => isUnder(clause, other.section))) return fail(texts.quoteOfOther(clause))
  return { source: { notice: notice.id, clause, quote: quoted.quote } }
}

/** Whether words stand in another notice than the programme's: one that amends it. */
export const isOfOther = ({ notice }: Quoted, programme: Pick<ProgrammeDocument, 'notice'>): boolean =>
  notice !== undefined && notice !== programme.notice

/** The same among several notices: a quote may stand in one that amends the programme's. */
export function locateAmong(
  notices: readonly Notice[],
  programme: Pick<ProgrammeDocument, 'id' | 'section' | 'notice'>,
  quoted: Quoted,
): { source: Source } | { problem: string } {
  const isOther = isOfOther(quoted, programme)
  const notice = notices.find(({ id }) => id === (isOther ? quoted.notice : programme.notice))
  if (!notice) return { problem: texts.noSuchNotice(quoted.notice ?? programme.notice) }
  return locateQuote(notice, isOther ? { id: programme.id } : programme, quoted)
}

/** Whether a clause is a section or stands under it. */
export function isUnder(clause: string, section: string): boolean {
  return clause === section || clause.startsWith(`${section}.`)
}
