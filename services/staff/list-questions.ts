import { type Kysely, sql } from 'kysely'
import { forLongWork } from '../../knowledge/database/long-work.ts'
import type { Database, Schema } from '../../knowledge/database/schema.ts'
import type { TurnLog } from '../conversations/turn-log.ts'
import type { Reply } from '../reply.ts'
import { conditionsOf, type QuestionFilter, type Review } from './question-filter.ts'
import type { Decision } from './review-question.ts'

export const questionsPerPage = 50

/** A question as the console shows it. `text` as it was asked, masked; what was decided and its `version` are those of its group. */
export type ListedQuestion = Decision & {
  id: string
  conversation: string
  at: Date
  channel: string
  text: string
  status: string
  isUnsure: boolean
  durationMs: number
  notice: string | null
  programme: string | null
  helpful: boolean | null
  comment: string | null
  log: TurnLog
  replies: Reply[]
  group: number
  version: number
  reviewer: string | null
  reviewedAt: Date | null
  returnedBecause: string | null
}

const joined = (db: Kysely<Schema>) =>
  db.selectFrom('question').innerJoin('question_group', 'question_group.id', 'question.question_group')

/** The questions that fit, newest first; `page` counts from 1, `total` is how many there are in all. */
export async function listQuestions(
  db: Database,
  filter: QuestionFilter,
  page = 1,
  perPage = questionsPerPage,
): Promise<{ questions: ListedQuestion[]; total: number }> {
  const patient = forLongWork(db)
  const found = joined(patient).where((where) => where.and(conditionsOf(where, filter)))
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  const ids = await found
    .select('turn')
    .orderBy('question.created_at', 'desc')
    .orderBy('turn', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const known = new Map(
    (
      await questionsOf(
        patient,
        ids.map(({ turn }) => turn),
      )
    ).map((one) => [one.id, one]),
  )
  return { questions: ids.flatMap(({ turn }) => known.get(turn) ?? []), total }
}

/** The ids of the questions that fit, newest first, at most so many. */
export async function idsOf(db: Database, filter: QuestionFilter, most: number): Promise<string[]> {
  const rows = await joined(forLongWork(db))
    .where((where) => where.and(conditionsOf(where, filter)))
    .select('turn')
    .orderBy('question.created_at', 'desc')
    .orderBy('turn', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ turn }) => turn)
}

/** Questions by the ids of their turns, in no order; none for an id that is no question. */
export async function questionsOf(db: Database, ids: readonly string[]): Promise<ListedQuestion[]> {
  if (ids.length === 0) return []
  const rows = await joined(db)
    .innerJoin('turn', 'turn.id', 'question.turn')
    .selectAll('question')
    .select(['turn.text', 'turn.conversation', 'turn.log', 'review', 'note', 'version', 'reviewer', 'reviewed_at'])
    .select(['returned_because', 'tags', 'assignee'])
    .where('question.turn', 'in', ids)
    .execute()
  const replies = await repliesOf(db, ids)
  return rows.map((row) => {
    const own = replies.filter(({ turn }) => turn === row.turn)
    return {
      id: row.turn,
      conversation: row.conversation,
      at: row.created_at,
      channel: row.channel,
      text: row.text,
      status: row.status,
      isUnsure: row.is_unsure,
      durationMs: row.duration_ms,
      notice: row.notice,
      programme: row.programme,
      helpful: row.helpful,
      comment: own.find(({ comment }) => comment !== null)?.comment ?? null,
      log: row.log as TurnLog,
      replies: own.map(({ body }) => body as Reply),
      group: row.question_group,
      review: row.review as Review,
      note: row.note,
      tags: row.tags,
      assignee: row.assignee,
      version: row.version,
      reviewer: row.reviewer,
      reviewedAt: row.reviewed_at,
      returnedBecause: row.returned_because,
    }
  })
}

const repliesOf = (db: Database, turns: readonly string[]) =>
  db
    .selectFrom('reply')
    .leftJoin('feedback', 'feedback.reply', 'reply.id')
    .select(['reply.turn', 'reply.body', 'feedback.comment'])
    .where('reply.turn', 'in', turns)
    .orderBy('reply.ordinal')
    .execute()
