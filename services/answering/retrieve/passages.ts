import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'

/** A stretch of a clause that can answer by itself: a sentence, or a row of a table with its column heads. */
export type Passage = {
  entry: Entry
  text: string
  /** Folded text; `isWithin` says whether it stands so in that of its clause, as all do but rows with their heads. */
  own: string
  isWithin: boolean
}

const byCatalogue = new WeakMap<Catalogue, Map<Entry, Passage[]>>()

/** The passages of a clause in order; at least one. */
export function passagesOf(catalogue: Catalogue, entry: Entry): Passage[] {
  const known = byCatalogue.get(catalogue) ?? new Map<Entry, Passage[]>()
  byCatalogue.set(catalogue, known)
  const kept = known.get(entry)
  if (kept) return kept
  const body = bodyOf(entry)
  const parts = entry.clause.kind === 'row' ? [body] : sentencesOf(body)
  const passages = (parts.length > 0 ? parts : [body]).map((text) => {
    const own = fold(text)
    return { entry, text, own, isWithin: entry.own.includes(own) }
  })
  known.set(entry, passages)
  return passages
}
