import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'

/** How many wait to be told an answer to a question of each group; a group for which nobody waits is left out. */
export async function countWaiting(db: Database, groups: readonly number[]): Promise<Map<number, number>> {
  if (groups.length === 0) return new Map()
  const { rows } = await sql<{ group: number; count: number }>`
    select q.question_group as "group", count(*)::integer as count
    from question q join subscription s on s.subject = q.turn and s.what = 'answer' and s.ended_at is null
    where q.question_group = any(${[...groups]}::int[]) group by q.question_group`.execute(db)
  return new Map(rows.map(({ group, count }) => [group, count]))
}
