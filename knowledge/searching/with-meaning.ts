import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { type Near, nearestClauses } from '../indexing/meaning-index.ts'
import type { Hit, SearchQuery } from './hit.ts'
import { coverageOf, ranking, termsAsked } from './ranking.ts'

type Place = { notice: string; clause: string }

const keyOf = ({ notice, clause }: Place): string => `${notice}#${clause}`

/**
 * Says how near in meaning the clauses are that come nearest, and brings in those that share no word with the question. What
 * nearness is worth is not judged here: scores stay those of the words.
 */
export async function withMeaning(db: Database, hits: Hit[], query: SearchQuery): Promise<Hit[]> {
  if (!query.meaning) return hits
  const near = await nearestClauses(db, { ...query.meaning, limit: ranking.candidates, notice: query.notice })
  const found = new Set(hits.map(keyOf))
  const others = near.filter((one) => !found.has(keyOf(one)))
  return joined(hits, near, await hitsAt(db, others, termsAsked(query).own))
}

/**
 * What the words found and what is near in meaning as one list, in the order of reciprocal rank fusion.
 *
 * @param others Those near in meaning, as hits; of the ones that the words found too, the latter count.
 */
export function joined(hits: Hit[], near: readonly Near[], others: readonly Hit[]): Hit[] {
  const ranks = new Map(near.map((one, rank) => [keyOf(one), { rank, likeness: one.likeness }]))
  const found = new Set(hits.map(keyOf))
  const share = (rank: number | undefined) => (rank === undefined ? 0 : 1 / (ranking.damping + rank))
  const all = [...hits, ...others.filter((one) => !found.has(keyOf(one)))].map((hit, at) => {
    const meant = ranks.get(keyOf(hit))
    const fused = share(at < hits.length ? at : undefined) + share(meant?.rank)
    return { fused, hit: meant ? { ...hit, likeness: meant.likeness } : hit }
  })
  return all.sort((a, b) => b.fused - a.fused).map(({ hit }) => hit)
}

/** Clauses by their places, with a score of 0. */
async function hitsAt(db: Database, places: Place[], own: ReadonlySet<string>): Promise<Hit[]> {
  if (places.length === 0) return []
  const { rows } = await sql<{ notice: string; id: string; path: string; text: string; above: string }>`
    select clause.notice, clause.id, clause.path, clause.text, notice.short_title as above
    from unnest(${places.map(({ notice }) => notice)}::text[], ${places.map(({ clause }) => clause)}::text[])
      as wanted(notice, id) join clause using (notice, id) join notice on notice.id = clause.notice
  `.execute(db)
  return rows.map((row) => {
    const { notice, id, path, text } = row
    return { notice, clause: id, heading: path, text, score: 0, coverage: coverageOf(own, row) }
  })
}
