import { sql } from 'kysely'
import { cosineDistance } from 'pgvector/kysely'
import type { Database } from '../database/schema.ts'
import { bm25 } from '../indexing/bm25.ts'
import type { Embedder } from '../indexing/embedder.ts'
import { lexicalDimensions, termDimension } from '../indexing/terms.ts'
import type { Hit, SearchQuery } from './hit.ts'
import { coverageExponent, coverageOf, covered, ranking, termsAsked } from './ranking.ts'

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
  const { own, asked } = termsAsked(query)
  if (asked.length === 0) return []
  const rows = await fetchCandidates(db, embedder, query, asked)
  const exponent = coverageExponent(rows[0]?.average ?? Number.POSITIVE_INFINITY)
  const ranked = exponent > 0 ? rows : rows.slice(0, query.limit)
  const hits = ranked.map((row) => toHit(row, own, exponent, embedder.weight)).sort((a, b) => b.score - a.score)
  return hits.slice(0, query.limit)
}

function toHit(row: Row, own: Set<string>, exponent: number, denseWeight: number): Hit {
  const coverage = coverageOf(own, row)
  const score = denseWeight > 0 ? row.fused : covered(row.lexical ?? 0, coverage, exponent)
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
