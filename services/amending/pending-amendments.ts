import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Amendment } from './amendment.ts'
import { findAmended, type Located } from './find-amended.ts'
import { readAmendments } from './read-amendments.ts'

/** The notices in use that change another in part, the latest last; none that is older than its text. */
export const amendingNotices = (notice: Notice, notices: readonly Notice[]): Notice[] =>
  notices
    .filter(({ id, amends }) => id !== notice.id && amends?.includes(notice.id))
    .filter(({ issued }) => issued === undefined || notice.issued === undefined || issued >= notice.issued)
    .toSorted((one, other) => (one.issued ?? '').localeCompare(other.issued ?? ''))

/** A notice that is said to change another, and of which nobody can tell what. */
function unread({ id, title, clauses }: Notice): Amendment[] {
  const clause = clauses.find(({ kind }) => kind === 'item' || kind === 'paragraph')
  return clause
    ? [{ notice: id, title, clause: clause.id, quote: clause.quote, kind: 'changed', place: [], said: '' }]
    : []
}

/** Whether a change is said of another document by its title. */
const isOfAnother = ({ said }: Amendment, { title }: Notice): boolean => {
  const named = [...said.matchAll(/《([^》]+)》/gu)].map((match) => match[1]!)
  const own = title.replace(/\s/gu, '')
  return named.length > 0 && !named.some((one) => own.includes(one) || one.includes(own))
}

/**
 * What other notices change of one, the latest last, each with the clauses it changes.
 *
 * @param known Those that have been taken up already.
 */
export function pendingAmendments(
  notice: Notice,
  notices: readonly Notice[],
  known: readonly string[] = [],
): Located[] {
  return amendingNotices(notice, notices)
    .filter(({ id }) => !known.includes(id))
    .flatMap((other) => {
      const read = readAmendments(other)
      const isOneOfMany = (other.amends?.length ?? 0) > 1
      const own = isOneOfMany ? read.filter((one) => !isOfAnother(one, notice)) : read
      return (read.length > 0 ? own : unread(other)).map((one) => findAmended(notice, one))
    })
}
