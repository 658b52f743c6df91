import { countTerms, lexicalTerms, questionTerms } from '../indexing/terms.ts'
import type { SearchQuery } from './hit.ts'

/** What tunes the ranking; each part can be switched off, which the benchmark does. */
export const ranking = {
  /** Candidates each side contributes to the fusion. */
  candidates: 50,
  /** Ranks added before inverting, in reciprocal rank fusion. Cormack, Clarke, Buettcher 2009. */
  damping: 60,
  /** Weight of a term that only an expansion holds, beside 1 for the question's own. */
  expansionWeight: 0.3,
  /** What a clause counts as covering that only an expansion found, 0 … 1. */
  leastCoverage: 0.05,
  /** Mean length in terms of passages (characters and pairs) from which on coverage does not count. See `coverageExponent`. */
  longPassage: 220,
}

/**
 * How much the share of matched terms counts: short passages repeat few terms, so that what tells them apart is how
 * many of the question's terms they hold; long ones hold most terms by chance. Falls from 1 to 0 at `longPassage`.
 */
export const coverageExponent = (averageTerms: number): number => Math.max(0, 1 - averageTerms / ranking.longPassage)

/** A lexical score, weighed by how much of the question the passage covers. */
export const covered = (score: number, coverage: number, exponent: number): number =>
  score * Math.max(coverage, ranking.leastCoverage) ** exponent

/** The terms of a question: its own, and all that are searched with their weights. */
export function termsAsked({ query, expansions = [] }: SearchQuery): { own: Set<string>; asked: [string, number][] } {
  const counts = countTerms(questionTerms(query))
  const own = new Set(counts.keys())
  const added = countTerms(expansions.flatMap((word) => lexicalTerms(word)).filter((term) => !own.has(term)))
  const weighed = [...added.keys()].map((term): [string, number] => [term, ranking.expansionWeight])
  return { own, asked: [...counts, ...weighed] }
}

/** A clause with what stands above it, as it is searched. */
type Searched = { above: string; path: string; text: string }

/** The share of a question's terms that a passage holds, 0 … 1. */
export function coverageOf(own: ReadonlySet<string>, { above, path, text }: Searched): number {
  const held = new Set(lexicalTerms(`${above} ${path}\n${text}`))
  return own.intersection(held).size / own.size
}
