import { lengthNorm, termGain, termWorth } from '../indexing/bm25.ts'
import { aboveOf, isSearched, searchedText } from '../indexing/index-passages.ts'
import { countTerms, lexicalTerms } from '../indexing/terms.ts'
import { keptFor } from '../kept.ts'
import type { Clause } from '../parsing/clause.ts'
import type { Notice } from '../parsing/notice.ts'
import type { Hit, SearchQuery } from './hit.ts'
import { coverageExponent, covered, ranking, termsAsked } from './ranking.ts'

/** A notice as far as search is concerned. */
export type SearchedNotice = Pick<Notice, 'id' | 'shortTitle' | 'clauses'>

/** The searched clauses of one notice; `postings` has for each term the places of the clauses that hold it, each with how often. */
type Segment = { notice: string; clauses: Clause[]; lengths: Uint32Array; postings: Map<string, Uint32Array> }

/** An inverted index in memory over the clauses of notices. */
export type LexicalIndex = { search(query: SearchQuery): Hit[] }

const segmentOf = keptFor((notice: SearchedNotice): Segment => {
  const clauses = notice.clauses.filter(isSearched)
  const lengths = new Uint32Array(clauses.length)
  const postings = new Map<string, number[]>()
  for (const [at, clause] of clauses.entries()) {
    const terms = lexicalTerms(searchedText({ clause, above: aboveOf(notice.shortTitle, clause.path) }))
    lengths[at] = terms.length
    for (const [term, count] of countTerms(terms)) {
      const known = postings.get(term)
      if (known) known.push(at, count)
      else postings.set(term, [at, count])
    }
  }
  const packed = [...postings].map(([term, places]): [string, Uint32Array] => [term, Uint32Array.from(places)])
  return { notice: notice.id, clauses, lengths, postings: new Map(packed) }
})

/**
 * Makes an index of the notices, with the parts of those that have one made before.
 *
 * @returns A search that ranks as `searchClauses` does, by BM25 over characters and pairs and by coverage.
 */
export function buildLexicalIndex(notices: readonly SearchedNotice[]): LexicalIndex {
  const segments = [...notices].sort((a, b) => (a.id < b.id ? -1 : 1)).map(segmentOf)
  const passages = segments.reduce((sum, { clauses }) => sum + clauses.length, 0)
  const terms = segments.reduce((sum, { lengths }) => sum + lengths.reduce((all, length) => all + length, 0), 0)
  const average = terms / Math.max(1, passages) || 1
  const norms = segments.map(({ lengths }) => Float64Array.from(lengths, (length) => lengthNorm(length, average)))

  /** Adds what a term scores in each clause, and counts it where it is one of the question's own. */
  function add(found: Found[], term: string, weight: number, isOwn: boolean): void {
    const holders = segments.reduce((sum, { postings }) => sum + (postings.get(term)?.length ?? 0) / 2, 0)
    if (holders === 0) return
    const worth = termWorth(weight, passages, holders)
    for (const { at, scores, held } of found) {
      const places = segments[at]!.postings.get(term) ?? []
      for (let next = 0; next < places.length; next += 2) {
        const [place, count] = [places[next]!, places[next + 1]!]
        scores[place]! += worth * termGain(count, norms[at]![place]!)
        if (isOwn) held[place]! += 1
      }
    }
  }

  function search(query: SearchQuery): Hit[] {
    const { own, asked } = termsAsked(query)
    const found = segments.flatMap(({ notice, clauses: { length } }, at): Found[] =>
      query.notice === undefined || query.notice === notice
        ? [{ at, scores: new Float64Array(length), held: new Uint32Array(length) }]
        : [],
    )
    for (const [term, weight] of asked) add(found, term, weight, own.has(term))
    const exponent = coverageExponent(average)
    const best = bestOf(found, exponent > 0 ? Math.max(ranking.candidates, query.limit) : query.limit)
    return best
      .map(({ at, place, score, share }) => {
        const { notice, clauses } = segments[at]!
        const { id, path, text } = clauses[place]!
        const coverage = share / own.size
        return { notice, clause: id, heading: path, text, score: covered(score, coverage, exponent), coverage }
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, query.limit)
  }

  return { search }
}

/** What a question finds in the segment `at`: the score of each clause, and how many of the question's own terms it holds. */
type Found = { at: number; scores: Float64Array; held: Uint32Array }

type Scored = { at: number; place: number; score: number; share: number }

/** The clauses that score most, best first; equal ones in the order of notices' ids and of the text. */
function bestOf(found: Found[], most: number): Scored[] {
  let best: Scored[] = []
  const cut = (): void => {
    best = best.sort((a, b) => b.score - a.score).slice(0, most)
  }
  /** What a clause must score more than, now that `most` others have it. */
  let least = 0
  for (const { at, scores, held } of found)
    for (const [place, score] of scores.entries()) {
      if (score <= least) continue
      best.push({ at, place, score, share: held[place]! })
      if (best.length < 2 * most) continue
      cut()
      least = best.at(-1)!.score
    }
  cut()
  return best
}
