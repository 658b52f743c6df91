import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Source } from './assessment.ts'
import type { Programme, Quoted } from './programme.ts'

const squeeze = (text: string): string => text.replace(/\s/gu, '')

/**
 * Finds the one clause of the programme's notice in which a quote stands, white space apart.
 *
 * @returns The source with the quote as declared.
 * @throws {Error} An author's mistake, naming the rules file, the place in it and the quote: it is not verbatim, stands
 *   in several clauses and no section tells which, or belongs to another programme.
 */
export function findSource(notice: Notice, programme: Programme, quoted: Quoted, place: string): Source {
  const found = locateQuote(notice, programme, quoted)
  if ('source' in found) return found.source
  throw new Error(`${programme.id}.rules.ts, ${place}: ${found.problem}: 「${quoted.quote}」`)
}

/** The same as a value: the source, or why there is none. */
export function locateQuote(
  notice: Notice,
  programme: Pick<Programme, 'id' | 'section'>,
  quoted: Quoted,
): { source: Source } | { problem: string } {
  const fail = (problem: string) => ({ problem })
  const quote = squeeze(quoted.quote)
  if (quote === '') return fail('the quote is empty')
  const standing = notice.clauses.filter((clause) => squeeze(clause.quote).includes(quote)).map(({ id }) => id)
  if (standing.length === 0) return fail(`the quote stands in no clause of ${notice.id}`)
  const others = notice.programmes.filter(({ id, section }) => id !== programme.id && section !== '')
  const section = quoted.section ?? (standing.length > 1 ? programme.section : undefined)
  const clauses = section === undefined ? standing : standing.filter((id) => isUnder(id, section))
  const [clause] = clauses
  if (clause === undefined) return fail(`the quote stands in ${standing.join(', ')}, not under ${section}`)
  if (clauses.length > 1) return fail(`the quote stands in ${clauses.join(', ')}; name a section`)
  if (others.some((other) => isUnder(clause, other.section))) {
    return fail(`the quote stands in ${clause}, which is another programme's`)
  }
  return { source: { notice: notice.id, clause, quote: quoted.quote } }
}

/** Whether a clause is a section or stands under it. */
export function isUnder(clause: string, section: string): boolean {
  return clause === section || clause.startsWith(`${section}.`)
}
