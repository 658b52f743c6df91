import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { lengthNorm, termGain, termWorth } from '../indexing/bm25.ts'
import { aboveOf, searchedText } from '../indexing/index-passages.ts'
import { readIndexState } from '../indexing/index-state.ts'
import { arrayOf } from '../indexing/posting-rows.ts'
import { countTerms, lexicalTerms, termKey } from '../indexing/terms.ts'
import { keptFor } from '../kept.ts'
import { averageLength, type ClauseNorms, holdersOf, numbersOf, openClauseNorms } from './clause-norms.ts'
import { findCandidates } from './find-candidates.ts'
import type { Hit, SearchQuery } from './hit.ts'
import { coverageExponent, covered, ranking, termsAsked } from './ranking.ts'

type Row = { notice: string; ordinal: number; id: string; path: string; text: string; short_title: string }

/** A term of a question, in the question's order, as far as the collection has it. */
type AskedTerm = { term: string; key: number; worth: number; holders: number }

/** How clauses are scored for one question. */
type Scoring = { terms: AskedTerm[]; own: ReadonlySet<string>; average: number; exponent: number }

const normsOf = keptFor<Database, ClauseNorms>(openClauseNorms)

/**
 * Searches the clauses in the database as `buildLexicalIndex` does in memory: the same terms, scores and order. Reads the
 * postings of the question's terms, and the texts of those few clauses among which the best must be.
 *
 * @param query `query` as typed; `limit` hits at most, 1 … 50.
 * @returns Best first; empty where no term of the question occurs.
 */
export async function searchClauses(db: Database, query: SearchQuery): Promise<Hit[]> {
  const { own, asked } = termsAsked(query)
  if (asked.length === 0) return []
  async function search(trx: Database): Promise<Hit[]> {
    const state = await readIndexState(trx)
    const terms = await weighed(trx, asked, state.passages)
    const within = query.notice === undefined ? undefined : await numbersOf(trx, query.notice)
    if (terms.length === 0 || (query.notice !== undefined && !within)) return []
    const average = averageLength(state)
    const exponent = coverageExponent(average)
    const most = exponent > 0 ? Math.max(ranking.candidates, query.limit) : query.limit
    const norms = await normsOf(db).at(trx, state)
    const candidates = await findCandidates(trx, { terms, norms, within, most })
    const best = bestOf(await readRows(trx, candidates), { terms, own, average, exponent }, most)
    return best.sort((a, b) => b.score - a.score).slice(0, query.limit)
  }
  // Of one snapshot: postings, lengths and texts are of one edition of the index.
  return db.isTransaction ? search(db) : db.transaction().setIsolationLevel('repeatable read').execute(search)
}

async function weighed(trx: Database, asked: [string, number][], passages: number): Promise<AskedTerm[]> {
  const keys = asked.map(([term]) => termKey(term))
  const holdersAt = await holdersOf(trx, keys)
  return asked.flatMap(([term, weight], at) => {
    const holders = holdersAt.get(at)
    return holders ? [{ term, key: keys[at]!, holders, worth: termWorth(weight, passages, holders) }] : []
  })
}

async function readRows(trx: Database, numbers: number[]): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select clause.notice, clause.ordinal, clause.id, clause.path, clause.text, notice.short_title
    from clause join notice on notice.id = clause.notice where clause.number = any(${arrayOf(numbers)}::int4[])`.execute(
    trx,
  )
  return rows
}

/** The clauses that score most by their texts, weighed by how much of the question they cover. */
function bestOf(rows: Row[], { terms, own, average, exponent }: Scoring, most: number): Hit[] {
  const scored = rows.map((row) => {
    const { path, text, short_title } = row
    const held = lexicalTerms(searchedText({ clause: { text }, above: aboveOf(short_title, path) }))
    const counts = countTerms(held)
    const norm = lengthNorm(held.length, average)
    let score = 0
    for (const { term, worth } of terms) {
      const count = counts.get(term)
      if (count !== undefined) score += worth * termGain(count, norm)
    }
    return { ...row, score, coverage: [...own].filter((term) => counts.has(term)).length / own.size }
  })
  return scored
    .sort((a, b) => b.score - a.score || inOrder(a, b))
    .slice(0, most)
    .map(({ notice, id, path, text, score, coverage }) => ({
      ...{ notice, clause: id, heading: path, text, coverage },
      score: covered(score, coverage, exponent),
    }))
}

/** In the order of notices' ids and of the text. */
const inOrder = (a: Row, b: Row): number =>
  a.notice === b.notice ? a.ordinal - b.ordinal : a.notice < b.notice ? -1 : 1
