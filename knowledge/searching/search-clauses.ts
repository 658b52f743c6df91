import { sql } from 'kysely'
import { cosineDistance } from 'pgvector/kysely'
import type { Database } from '../database/schema.ts'
import { bm25 } from '../indexing/bm25.ts'
import type { Embedder } from '../indexing/embedder.ts'
import { nearestClauses } from '../indexing/meaning-index.ts'
import { countTerms, lexicalDimensions, lexicalTerms, questionTerms, termDimension } from '../indexing/terms.ts'

/** A clause found. `score` orders hits of one search and has no unit; `coverage` is the share of the question's terms it holds, 0 … 1. */
export type Hit = { notice: string; clause: string; heading: string; text: string; score: number; coverage: number }

export type SearchQuery = {
  query: string
  limit: number
  notice?: string | undefined
  /** Other words for what is asked, searched at a fraction of the weight. */
  expansions?: string[] | undefined
  /** The question's vector by an embedder whose index is complete. */
  meaning?: { id: string; vector: number[] } | undefined
}

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
  /**
   * By how much the nearest clause in meaning gains on the best score; the next ones less, by `meaningFall` ranks to the
   * half. So small that an embedder which errs costs none of the sample questions, as a test with random vectors shows.
   */
  meaning: 0.25,
  meaningFall: 10,
}

/**
 * How much the share of matched terms counts: short passages repeat few terms, so that what tells them apart is how
 * many of the question's terms they hold; long ones hold most terms by chance. Falls from 1 to 0 at `longPassage`.
 */
const coverageExponent = (averageTerms: number): number => Math.max(0, 1 - averageTerms / ranking.longPassage)

type Row = {
  notice: string
  id: string
  path: string
  text: string
  above: string
  lexical: number | null
  fused: number
  average: number | null
}

/**
 * Searches the clauses: BM25 over characters and pairs beside dense vectors, fused by reciprocal rank in one
 * statement, then weighed by how much of the question each clause covers.
 *
 * @param query `query` as typed; `limit` hits at most, 1 … 50.
 * @returns Best first; empty where no term of the question occurs.
 */
export async function searchClauses(db: Database, embedder: Embedder, query: SearchQuery): Promise<Hit[]> {
  const own = countTerms(questionTerms(query.query))
  const added = countTerms(
    (query.expansions ?? []).flatMap((word) => lexicalTerms(word)).filter((term) => !own.has(term)),
  )
  const asked = [...own, ...[...added.keys()].map((term): [string, number] => [term, ranking.expansionWeight])]
  if (asked.length === 0) return []
  const rows = await fetchCandidates(db, embedder, query, asked)
  const exponent = coverageExponent(rows[0]?.average ?? Number.POSITIVE_INFINITY)
  const ranked = exponent > 0 ? rows : rows.slice(0, query.limit)
  const hits = ranked.map((row) => toHit(row, own, exponent, embedder.weight)).sort((a, b) => b.score - a.score)
  const all = query.meaning ? await withMeaning(db, hits, query, own) : hits
  return all.slice(0, query.limit)
}

/** Lifts the clauses that are near in meaning, and brings in those that share no word with the question. */
async function withMeaning(db: Database, hits: Hit[], query: SearchQuery, own: Map<string, number>): Promise<Hit[]> {
  const { id, vector } = query.meaning!
  const nearest = await nearestClauses(db, { id, vector, limit: ranking.candidates, notice: query.notice })
  const keyOf = (hit: { notice: string; clause: string }) => `${hit.notice}#${hit.clause}`
  const ranks = new Map(nearest.map((one, rank) => [keyOf(one), rank]))
  const best = hits[0]?.score ?? 1
  const gain = (hit: { notice: string; clause: string }) => {
    const rank = ranks.get(keyOf(hit))
    return rank === undefined ? 0 : (best * ranking.meaning) / (1 + rank / ranking.meaningFall)
  }
  const found = new Set(hits.map(keyOf))
  const added = await rowsOf(
    db,
    nearest.filter((one) => !found.has(keyOf(one))),
  )
  return [...hits, ...added.map((row) => toHit(row, own, 0, 0))]
    .map((hit) => ({ ...hit, score: (found.has(keyOf(hit)) ? hit.score : 0) + gain(hit) }))
    .sort((a, b) => b.score - a.score)
}

async function rowsOf(db: Database, clauses: { notice: string; clause: string }[]): Promise<Row[]> {
  if (clauses.length === 0) return []
  const { rows } = await sql<Row>`
    select clause.notice, clause.id, clause.path, clause.text, notice.short_title as above,
      0::float8 as lexical, 0::float8 as fused, null as average
    from unnest(${clauses.map(({ notice }) => notice)}::text[], ${clauses.map(({ clause }) => clause)}::text[])
      as wanted(notice, id) join clause using (notice, id) join notice on notice.id = clause.notice
  `.execute(db)
  return rows
}

function toHit(row: Row, own: Map<string, number>, exponent: number, denseWeight: number): Hit {
  const held = new Set(lexicalTerms(`${row.above} ${row.path}\n${row.text}`))
  const coverage = [...own.keys()].filter((term) => held.has(term)).length / own.size
  const score = denseWeight > 0 ? row.fused : (row.lexical ?? 0) * Math.max(coverage, ranking.leastCoverage) ** exponent
  return { notice: row.notice, clause: row.id, heading: row.path, text: row.text, score, coverage }
}

async function fetchCandidates(
  db: Database,
  embedder: Embedder,
  query: SearchQuery,
  asked: [string, number][],
): Promise<Row[]> {
  const candidates = Math.max(ranking.candidates, query.limit)
  const within = query.notice === undefined ? sql`true` : sql`notice = ${query.notice}`
  const [vector] = embedder.weight > 0 ? await embedder.embed([query.query]) : []
  const dense = vector
    ? sql`select notice, id, row_number() over (order by ${cosineDistance('dense', vector)}, notice, ordinal) as rank
          from clause where dense is not null and ${within} order by rank limit ${candidates}`
    : sql`select notice, id, 0::bigint as rank from clause where false`
  const { rows } = await sql<Row>`
    with statistics as (
      select (value->>'passages')::float8 as passages, (value->>'average')::float8 as average
      from index_state where key = 'statistics'
    ), question as (
      select ('{' || string_agg(
        asked.dimension || ':' ||
        (asked.weight * power(ln(1 + (passages - clauses + 0.5) / (clauses + 0.5)), ${bm25.rarity}))::float4,
        ',' order by asked.dimension) || ${`}/${lexicalDimensions}`})::sparsevec as vector
      from unnest(${asked.map(([term]) => termDimension(term))}::int[], ${asked.map(([, weight]) => weight)}::float8[])
        as asked(dimension, weight) join term using (dimension), statistics
    ), lexical as (
      select notice, id, score, row_number() over (order by score desc, notice, ordinal) as rank
      from (
        select notice, id, ordinal, -(lexical <#> vector) as score
        from clause, question where lexical is not null and ${within}
        order by score desc, notice, ordinal limit ${candidates}
      ) as best where score > 0
    ), dense as (${dense})
    select clause.notice, clause.id, clause.path, clause.text, notice.short_title as above, lexical.score as lexical,
      coalesce(1.0 / (${ranking.damping} + lexical.rank), 0)::float8
        + ${embedder.weight}::float8 * coalesce(1.0 / (${ranking.damping} + dense.rank), 0)::float8 as fused,
      (select average from statistics) as average
    from lexical full join dense using (notice, id)
      join clause using (notice, id) join notice on notice.id = clause.notice
    order by fused desc, clause.notice, clause.ordinal limit ${candidates}
  `.execute(db)
  return rows
}
