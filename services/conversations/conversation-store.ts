import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Schema } from '../../knowledge/database/schema.ts'
import type { Memory } from '../answering/answer.ts'
import type { Answers } from '../eligibility/rule.ts'
import type { Reply } from '../reply.ts'
import type { Interview, LeftInterview } from './interview.ts'
import { deleteEmptyGroups } from './question-group.ts'
import { deleteShared, type Shared } from './shared-interviews.ts'

/** What a conversation carries from turn to turn. */
export type ConversationState = {
  memory: Memory
  /** The interview under way, or the last one, whose answers can still be changed. */
  interview?: Interview
  /** The interview as it was read under its code, where other conversations may go on with it too. */
  shared?: Shared
  /** What was put to the person last, where others may answer the interview too: a question, or the summary. */
  asked?: string
  /** What the person said of their unit before any interview. */
  proposed?: Answers
  /** The interview left last, until another begins. */
  left?: LeftInterview
  /** What the numbers 1, 2, 3 … stand for in the next message: the messages that were offered last. */
  offers?: string[]
  /** The reply to the last question where that was no answer. */
  unanswered?: string
}

/** A reply as it was sent; undefined where there is none of that id. */
export async function findReply(db: Database, id: string): Promise<Reply | undefined> {
  const row = await db.selectFrom('reply').select('body').where('id', '=', id).executeTakeFirst()
  return row && (row.body as Reply)
}

/** What a conversation carries as it is kept: an interview that others hold too stands under its code. */
export type KeptState = Omit<ConversationState, 'shared'> & { code?: string }

/** Forgets a conversation: its turns, their log, replies and feedback, and its interview whoever else holds it. */
export async function deleteConversation(db: Database, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Once its row is held, no turn that another process keeps at this moment is overlooked, and none is kept after it.
    const row = await trx.selectFrom('conversation').select('state').where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) return
    const groups = await groupsOfTurns(trx, ({ eb }) => eb('turn.conversation', '=', id))
    await trx.deleteFrom('conversation').where('id', '=', id).execute()
    const { code } = row.state as KeptState
    if (code !== undefined) await deleteShared(trx, code)
    await deleteEmptyGroups(trx, groups)
  })
}

/** Forgets every turn older than so many days, and the conversations of which nothing is left. Returns how many turns. */
export async function purgeTurns(db: Database, days: number): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const limit = sql<Date>`now() - make_interval(days => ${days})`
    const groups = await groupsOfTurns(trx, ({ eb }) => eb('turn.created_at', '<', limit))
    const { numDeletedRows } = await trx.deleteFrom('turn').where('created_at', '<', limit).executeTakeFirstOrThrow()
    await trx
      .deleteFrom('conversation')
      .where('updated_at', '<', limit)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('turn').select('turn.id').whereRef('turn.conversation', '=', 'conversation.id'))),
      )
      .execute()
    await deleteEmptyGroups(trx, groups)
    return Number(numDeletedRows)
  })
}

/** The groups of the questions among some turns. */
async function groupsOfTurns(trx: Database, among: (on: ExpressionBuilder<Schema, 'turn'>) => Expression<SqlBool>) {
  const rows = await trx
    .selectFrom('question')
    .select('question.question_group as id')
    .distinct()
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('turn').select('turn.id').whereRef('turn.id', '=', 'question.turn').where(among)),
    )
    .execute()
  return rows.map(({ id }) => id)
}
