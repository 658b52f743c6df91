import { sql } from 'kysely'
import { forLongWork } from '../../knowledge/database/long-work.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { countWaiting } from './count-waiting.ts'
import { conditionsOf, type QuestionFilter, type Review } from './question-filter.ts'
import type { Decision } from './review-question.ts'

export const groupsPerPage = 30

/** Questions of one meaning: how many of those that fit, and the last of them, which stands for all. */
export type ListedGroup = Decision & {
  id: number
  count: number
  disliked: number
  version: number
  reviewer: string | null
  returnedBecause: string | null
  /** How often it was asked since staff closed it. */
  askedSince: number
  /** How many wait to be told an answer. */
  waiting: number
  last: { id: string; text: string; status: string; channel: string; at: Date }
}

/** The groups of the questions that fit, largest first; `page` counts from 1, `total` is how many groups there are. */
export async function listGroups(
  db: Database,
  filter: QuestionFilter,
  page = 1,
  perPage = groupsPerPage,
): Promise<{ groups: ListedGroup[]; total: number }> {
  const patient = forLongWork(db)
  const counted = patient
    .selectFrom('question')
    .innerJoin('question_group', 'question_group.id', 'question.question_group')
    .where((where) => where.and(conditionsOf(where, filter)))
    .groupBy('question_group')
    .select([
      'question_group as id',
      sql<number>`count(*)`.as('count'),
      sql<number>`count(*) filter (where helpful = false)`.as('disliked'),
      sql<Date>`max(question.created_at)`.as('at'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('count', 'desc')
    .orderBy('at', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
  const rows = await patient
    .with('counted', () => counted)
    .selectFrom('counted')
    .innerJoin('question_group', 'question_group.id', 'counted.id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('question')
          .innerJoin('turn', 'turn.id', 'question.turn')
          .select(['turn.id as turn', 'turn.text', 'question.status', 'question.channel'])
          .whereRef('question.question_group', '=', 'counted.id')
          .whereRef('question.created_at', '=', 'counted.at')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['counted.id', 'count', 'disliked', 'counted.at', 'total', 'review', 'note', 'version', 'reviewer'])
    .select(['returned_because', 'asked_since', 'tags', 'assignee'])
    .select(['last.turn', 'last.text', 'last.status', 'last.channel'])
    .orderBy('count', 'desc')
    .orderBy('counted.at', 'desc')
    .execute()
  const waiting = await countWaiting(
    db,
    rows.map(({ id }) => id),
  )
  const groups = rows.map(
    ({ id, count, disliked, note, tags, assignee, version, reviewer, at, turn, text, status, channel, ...row }) => ({
      id,
      count,
      disliked,
      review: row.review as Review,
      note,
      tags,
      assignee,
      version,
      reviewer,
      returnedBecause: row.returned_because,
      askedSince: row.asked_since,
      waiting: waiting.get(id) ?? 0,
      last: { id: turn, text, status, channel, at },
    }),
  )
  return { groups, total: rows[0]?.total ?? 0 }
}

/** How people have put the questions of a group, the most frequent first. */
export async function wordingsOf(db: Database, group: number, most = 20): Promise<{ text: string; count: number }[]> {
  return db
    .selectFrom('question')
    .innerJoin('turn', 'turn.id', 'question.turn')
    .where('question_group', '=', group)
    .groupBy('turn.text')
    .select(['turn.text', sql<number>`count(*)`.as('count')])
    .orderBy('count', 'desc')
    .limit(most)
    .execute()
}

/** A question of each group that staff have reviewed, the one asked last; the latest first, `most` of them. */
export async function reviewedQuestions(db: Database, most: number): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select last.text from question_group as g
    cross join lateral (
      select t.text, q.created_at from question q join turn t on t.id = q.turn
      where q.question_group = g.id order by q.created_at desc limit 1
    ) as last
    where g.review = 'reviewed' order by last.created_at desc limit ${most}`.execute(db)
  return rows.map(({ text }) => text)
}
