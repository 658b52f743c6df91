import { sql } from 'kysely'
import type { Database } from '../database/schema.ts'
import { nearestClauses } from '../indexing/meaning-index.ts'
import type { Hit, SearchQuery } from './hit.ts'
import { coverageOf, ranking, termsAsked } from './ranking.ts'

type Place = { notice: string; clause: string }

const keyOf = ({ notice, clause }: Place): string => `${notice}#${clause}`

/** Lifts the clauses that are near in meaning, and brings in those that share no word with the question. */
export async function withMeaning(db: Database, hits: Hit[], query: SearchQuery): Promise<Hit[]> {
  if (!query.meaning) return hits
  const nearest = await nearestClauses(db, { ...query.meaning, limit: ranking.candidates, notice: query.notice })
  const ranks = new Map(nearest.map((one, rank) => [keyOf(one), rank]))
  const best = hits[0]?.score ?? 1
  const gain = (place: Place): number => {
    const rank = ranks.get(keyOf(place))
    return rank === undefined ? 0 : (best * ranking.meaning) / (1 + rank / ranking.meaningFall)
  }
  const found = new Set(hits.map(keyOf))
  const added = await hitsAt(
    db,
    nearest.filter((one) => !found.has(keyOf(one))),
    termsAsked(query).own,
  )
  return [...hits, ...added].map((hit) => ({ ...hit, score: hit.score + gain(hit) })).sort((a, b) => b.score - a.score)
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
