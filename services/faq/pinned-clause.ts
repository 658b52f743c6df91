import { createHash } from 'node:crypto'
import { type Catalogue, type Entry, fold } from '../../knowledge/finding/catalogue.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import { amendmentsInUse } from '../amending/amendments-in-use.ts'
import { nameOf } from '../answering/compose/cite.ts'
import { replacementOf } from '../answering/understand/scopes.ts'
import type { PinnedClause } from './faq.ts'

/** A clause with what makes a change of it show later; undefined where there is no such clause. */
export function pinClause(catalogue: Catalogue, notice: string, clause: string): PinnedClause | undefined {
  const entry = catalogue.find(notice, clause)
  if (!entry) return undefined
  const replacedBy = replacementOf(catalogue, entry.notice)?.id
  const amendedBy = amendingOf(catalogue, entry)
  const { quote } = entry.clause
  return {
    notice,
    clause,
    hash: hashOf(quote),
    quote,
    ...(replacedBy !== undefined && { replacedBy }),
    ...(amendedBy.length > 0 && { amendedBy }),
  }
}

/** The notices that change a clause without standing in the place of its own. */
const amendingOf = ({ notices }: Catalogue, { notice, clause }: Entry): string[] => [
  ...new Set(
    amendmentsInUse(notices)(notice).flatMap((one) =>
      one.kind !== 'added' && one.clauses?.some(({ id }) => id === clause.id) ? [one.notice] : [],
    ),
  ),
]

/** Why an answer that rests on a clause must be read again, in words for staff; undefined where nothing has changed. */
export function whyOutdated(catalogue: Catalogue, pinned: PinnedClause): string | undefined {
  const entry = catalogue.find(pinned.notice, pinned.clause)
  if (!entry) return words.clauseGone(pinned.notice, pinned.clause)
  const name = nameOf(entry)
  if (hashOf(entry.clause.quote) !== pinned.hash) return words.clauseChanged(name, entry.clause.path)
  const amending = amendingOf(catalogue, entry).find((id) => !pinned.amendedBy?.includes(id))
  const by = catalogue.notices.find(({ id }) => id === amending)
  if (by) return words.clauseAmended(name, entry.clause.path, by.shortTitle)
  const newer = replacementOf(catalogue, entry.notice)
  return newer && newer.id !== pinned.replacedBy ? words.noticeReplaced(name, newer.shortTitle) : undefined
}

/** White space and width don't change what a clause says. */
const hashOf = (text: string): string => createHash('sha256').update(fold(text)).digest('base64url')
