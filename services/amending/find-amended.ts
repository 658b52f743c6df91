import { diceOf, pairsOf } from '../../knowledge/language/characters.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { Amendment } from './amendment.ts'
import { findPlace } from './find-place.ts'

/** An amendment with the clauses it changes; undefined where nobody can tell which. */
export type Located = Amendment & { clauses: readonly Clause[] | undefined }

/** How alike what is said of a change and a clause must be for that clause to be meant. */
const leastAlike = 0.3

export const plain = (text: string): string => text.replace(/[\s\p{P}]/gu, '')

const alike = (one: string, other: string): number =>
  diceOf(new Set(pairsOf(plain(one))), new Set(pairsOf(plain(other))))

/** The one clause that is nearest to what is said; undefined where none is near. */
function nearest(clauses: readonly Clause[], said: string, least: number): Clause[] | undefined {
  const [best] = clauses
    .map((clause) => ({ clause, share: Math.max(...clause.text.split(/[。；;]/u).map((one) => alike(one, said))) }))
    .toSorted((one, other) => other.share - one.share)
  return best && best.share >= least ? [best.clause] : undefined
}

/** Where something is added, the nearest place above that is there already. */
const reachable = (notice: Notice, { place, kind }: Amendment): Clause[] | undefined =>
  kind !== 'added'
    ? findPlace(notice, place)
    : place.map((_, at) => findPlace(notice, place.slice(0, place.length - at))).find((found) => found !== undefined)

/** Words as an amendment leaves them: with the new ones in the place of the old, or the new ones alone. */
export function wordsAfter({ before, after, quote }: Amendment, words: string): string {
  if (after === undefined) return quote
  return before !== undefined && words.includes(before) ? words.replace(before, after) : after
}

/** Finds the clauses of a notice that an amendment changes: by the place it names, the words it quotes, or what it speaks of. */
export function findAmended(notice: Notice, amendment: Amendment): Located {
  const { before, after = '', said, kind } = amendment
  const own = notice.clauses.filter(({ kind: of }) => of !== 'front' && of !== 'furniture')
  const placed = reachable(notice, amendment)
  const holds = ({ quote }: Clause) => before !== undefined && plain(quote).includes(plain(before))
  const holding = (placed ?? []).filter(holds)
  if (holding.length > 0) return { ...amendment, clauses: holding }
  const elsewhere = own.filter(holds)
  if (placed && (elsewhere.length === 0 || elsewhere.length > 1)) return { ...amendment, clauses: placed }
  if (kind === 'added') return { ...amendment, clauses: placed }
  if (elsewhere.length === 1) return { ...amendment, clauses: elsewhere }
  const among = elsewhere.length > 0 ? elsewhere : own
  const words = `${said}${before ?? ''}${after}`
  return { ...amendment, clauses: nearest(among, words, elsewhere.length > 0 ? 0 : leastAlike) }
}
