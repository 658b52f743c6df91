import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'

/** The words of a clause without its number and the white space of the page. */
export const wordsOf = ({ text, marker = '' }: Clause): string =>
  (text.startsWith(marker) ? text.slice(marker.length) : text).replace(/\s/gu, '')

/**
 * Finds where the sections of a notice are in another edition of it, by their own words and those above them.
 *
 * @returns A function from the id of a clause in `original` to its id in `used`; undefined where it is gone or can't be
 *   told from another.
 */
export function followSections(original: Notice, used: Notice): (id: string) => string | undefined {
  const followed = new Map<string, string | undefined>()
  const clauseOf = (notice: Notice, id: string) => notice.clauses.find((clause) => clause.id === id)
  function follow(id: string): string | undefined {
    if (followed.has(id)) return followed.get(id)
    const clause = clauseOf(original, id)
    const found = clause && newPlaceOf(clause)
    followed.set(id, found)
    return found
  }
  function newPlaceOf(clause: Clause): string | undefined {
    const above = clause.parent === undefined ? undefined : follow(clause.parent)
    if (clause.parent !== undefined && above === undefined) return undefined
    const alike = used.clauses.filter((one) => one.parent === above && wordsOf(one) === wordsOf(clause))
    return (alike.find(({ id }) => id === clause.id) ?? (alike.length === 1 ? alike[0] : undefined))?.id
  }
  return follow
}
