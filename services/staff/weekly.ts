import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { unansweredStatuses } from '../conversations/question-record.ts'
import type { Period } from './statistics.ts'

/** How well the questions of a period were answered. */
export type Quality = {
  asked: number
  unanswered: number
  byStaff: number
  helpful: number
  unhelpful: number
}

/** Questions that nobody has answered yet: how many asked, and one of them that stands for all. */
export type Gap = { turn: string; text: string; count: number }

const mostGaps = 10
const byStaff = ['curated', 'attached']

/** How well the questions of a period were answered, in numbers. */
export async function readQuality(db: Database, { from, to }: Period): Promise<Quality> {
  return db
    .selectFrom('question')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select([
      sql<number>`count(*)::integer`.as('asked'),
      sql<number>`(count(*) filter (where status = any(${unansweredStatuses}::text[])))::integer`.as('unanswered'),
      sql<number>`(count(*) filter (where status = any(${byStaff}::text[])))::integer`.as('byStaff'),
      sql<number>`(count(*) filter (where helpful))::integer`.as('helpful'),
      sql<number>`(count(*) filter (where not helpful))::integer`.as('unhelpful'),
    ])
    .executeTakeFirstOrThrow()
}

/** What most people asked in a period without an answer, and staff haven't closed. */
export async function readGaps(db: Database, { from, to }: Period): Promise<Gap[]> {
  const { rows } = await sql<Gap>`
    select last.turn, last.text, open.count from (
      select q.question_group as id, count(*)::integer as count from question q
      join question_group g on g.id = q.question_group
      where q.day between ${from} and ${to} and q.status = any(${unansweredStatuses}::text[]) and g.review = 'new'
      group by q.question_group order by count(*) desc, q.question_group limit ${mostGaps}) open
    cross join lateral (
      select q.turn, t.text from question q join turn t on t.id = q.turn
      where q.question_group = open.id order by q.created_at desc limit 1) last
    order by open.count desc, open.id`.execute(db)
  return rows
}

/** How many groups that staff had closed wait for them again. */
export async function countReturned(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('question_group')
    .where('review', '=', 'new')
    .where('returned_because', 'is not', null)
    .select(sql<number>`count(*)::integer`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}
