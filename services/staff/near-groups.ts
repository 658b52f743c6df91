import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { type GroupExample, readExamples } from '../conversations/question-group.ts'
import { similarityOf } from '../similarity/similarity.ts'
import { titlesOfGroups } from './statistics.ts'

/** A group that may ask the same: the last of its questions, and how likely it does, 0 … 1. */
export type NearGroup = { id: number; turn: string; text: string; likeness: number }

const mostCandidates = 200

/** The groups that are nearest to one, the nearest first. */
export async function nearGroups(db: Database, group: number, most = 6): Promise<NearGroup[]> {
  const own = await db
    .selectFrom('question_group')
    .select(['terms', 'examples'])
    .where('id', '=', group)
    .executeTakeFirst()
  const examples = readExamples(own?.examples ?? [])
  if (!own || examples.length === 0) return []
  const candidates = await db
    .selectFrom('question_group')
    .select(['id', 'examples'])
    .where('id', '!=', group)
    .where(sql<boolean>`terms && ${own.terms}::text[]`)
    .orderBy('id', 'desc')
    .limit(mostCandidates)
    .execute()
  const near = candidates
    .map(({ id, examples: others }) => ({ id, likeness: likenessOf(examples, readExamples(others)) }))
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, most)
  const titles = await titlesOfGroups(
    db,
    near.map(({ id }) => id),
  )
  return near.flatMap((one) => {
    const title = titles.get(one.id)
    return title ? [{ ...one, ...title }] : []
  })
}

const likenessOf = (some: readonly GroupExample[], others: readonly GroupExample[]): number =>
  Math.max(0, ...some.flatMap((one) => others.map((other) => similarityOf(one.sense, other.sense))))
