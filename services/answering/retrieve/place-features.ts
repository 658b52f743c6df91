import { keptFor } from '../../../knowledge/kept.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { type Held, keyOf, type Reading, shareHeld } from './reading.ts'

/** What the search found of a clause, of its notice and of the clauses around it. */
export const placeNames = ['search', 'searchFew', 'searchRank', 'parentSearch', 'mass', 'before', 'parent'] as const

export function placeFeatures(reading: Reading, entry: Entry): Record<(typeof placeNames)[number], number> {
  const { hits, mass, heldIn } = reading
  const hit = hits.get(keyOf(entry))
  const { own, company } = heldIn(entry)
  const before = siblingBefore(reading, entry)
  return {
    search: hit?.share ?? 0,
    searchFew: (hit?.share ?? 0) * reading.few,
    searchRank: hit ? 1 / (1 + hit.rank) : 0,
    parentSearch: (entry.parent && hits.get(keyOf(entry.parent))?.share) ?? 0,
    mass: mass.get(entry.notice.id) ?? 0,
    before: before ? added(reading, heldIn(before), company) : 0,
    parent: entry.parent ? added(reading, heldIn(entry.parent), own) : 0,
  }
}

/** What share of the question's words another clause holds more of. */
const added = (reading: Reading, other: Held, own: Float64Array): number =>
  other.holdsAny ? shareHeld(reading, (at) => Math.max(0, other.own[at]! - own[at]!)) : 0

/** The clause before one in the same part of its notice. */
const siblingBefore = ({ catalogue }: Reading, entry: Entry): Entry | undefined => clausesBefore(catalogue).get(entry)

const clausesBefore = keptFor(({ entries }: Reading['catalogue']): Map<Entry, Entry> => {
  const last = new Map<Entry | string, Entry>()
  return new Map(
    entries.flatMap((entry): [Entry, Entry][] => {
      const part = entry.parent ?? entry.notice.id
      const before = last.get(part)
      last.set(part, entry)
      return before ? [[entry, before]] : []
    }),
  )
})
