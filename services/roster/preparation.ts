import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import type { RosterRow } from './roster.ts'

/** The clauses of the notice of a list that say what is handed in, how and by when; then who is to do what, and who is exempt. */
export function preparationOf(rows: readonly RosterRow[], catalogue: Catalogue): Entry[] {
  const notice = rows[0]?.entry.notice
  const own = catalogue.entries.filter((entry) => entry.notice === notice && !entry.clause.id.startsWith('a'))
  const papers = own.filter((entry) => entry.aspects.has('materials') && entry.aspects.has('deadline'))
  const duties = own.filter((entry) => /见附件\d/u.test(entry.own) && !papers.includes(entry))
  return [...papers, ...duties]
}
