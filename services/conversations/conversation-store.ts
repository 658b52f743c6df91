import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Database, Schema } from '../../knowledge/database/schema.ts'
import type { Memory } from '../answering/answer.ts'
import type { Answers } from '../eligibility/rule.ts'
import type { Interview } from '../interview/interview.ts'
import type { Written } from '../model/answering-path.ts'
import type { Reply } from '../reply.ts'
import { logInterview } from '../staff/interview-log.ts'
import { deleteEmptyGroups } from '../staff/question-group.ts'
import { logQuestion } from '../staff/question-log.ts'
import type { QuestionRecord } from '../staff/question-record.ts'
import { deleteShared, findShared, keepShared } from './shared-interviews.ts'

/** What a conversation carries from turn to turn. */
export type ConversationState = {
  memory: Memory
  /** The interview under way, or the last one, whose answers can still be changed. */
  interview?: Interview
  /** The code of the interview, where other conversations may go on with it too; it is then kept under its code. */
  code?: string
  /** What the person said of their unit before any interview. */
  proposed?: Answers
}

/** How a turn was answered, for those who look after the answers: which clauses were used and which were next, with their scores. */
export type TurnLog = {
  /** Whether the notices' own words were the answer, or a model's that rest on them. */
  mode: 'extractive' | 'fluent'
  written?: Written
  /** The question as it was read: spelling repaired, completed from the conversation; masked. */
  question?: string
  used: LoggedClause[]
  rejected: LoggedClause[]
}

export type LoggedClause = { notice: string; clause: string; score?: number }

/** A turn as it is kept: `text` masked, `durationMs` milliseconds until its last reply. */
export type KeptTurn = {
  id: string
  conversation: string
  channel: string
  text: string
  status: string
  durationMs: number
  log: TurnLog
  replies: Reply[]
  state: ConversationState
  /** The day it was taken on, YYYY-MM-DD. */
  day: string
  /** What the console needs of it; none where it was no question. */
  record: QuestionRecord | undefined
}

/** What a turn led to, as it was kept; undefined for an id that was not taken before. */
export async function findOutcome(
  db: Database,
  turn: string,
): Promise<{ conversation: string; replies: Reply[] } | undefined> {
  const rows = await db
    .selectFrom('turn')
    .leftJoin('reply', 'reply.turn', 'turn.id')
    .select(['turn.conversation', 'reply.body'])
    .where('turn.id', '=', turn)
    .orderBy('reply.ordinal')
    .execute()
  const [first] = rows
  if (!first) return undefined
  const replies = rows.map(({ body }) => body as Reply | null).filter((body) => body !== null)
  return { conversation: first.conversation, replies }
}

/** A reply as it was sent; undefined where there is none of that id. */
export async function findReply(db: Database, id: string): Promise<Reply | undefined> {
  const row = await db.selectFrom('reply').select('body').where('id', '=', id).executeTakeFirst()
  return row && (row.body as Reply)
}

/** What a conversation carries; undefined where there is none of that id. */
export async function findConversation(db: Database, id: string): Promise<ConversationState | undefined> {
  const row = await db.selectFrom('conversation').select('state').where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const { code, ...state } = row.state as ConversationState
  const interview = code === undefined ? undefined : await findShared(db, code)
  return code !== undefined && interview ? { ...state, code, interview } : state
}

/** Rolls back what was begun for a turn that is kept already. */
class AlreadyKept extends Error {}

/**
 * Keeps a turn with its replies, and what its conversation carries from here on; begins the conversation where it is new.
 *
 * @returns Whether it was kept: false for an id that another process has kept meanwhile; then nothing has changed.
 */
export async function keepTurn(db: Database, turn: KeptTurn): Promise<boolean> {
  try {
    await db.transaction().execute((trx) => writeTurn(trx, turn))
    return true
  } catch (error) {
    if (error instanceof AlreadyKept) return false
    throw error
  }
}

/** An interview with a code stands under it, once for all conversations that hold it; one given up is gone for all. */
async function writeInterview(trx: Database, state: ConversationState): Promise<ConversationState> {
  const { code, interview, ...rest } = state
  if (code === undefined) return state
  await (interview ? keepShared(trx, code, interview) : deleteShared(trx, code))
  return interview ? { ...rest, code } : rest
}

async function writeTurn(trx: Database, turn: KeptTurn): Promise<void> {
  const state = JSON.stringify(await writeInterview(trx, turn.state))
  await trx
    .insertInto('conversation')
    .values({ id: turn.conversation, channel: turn.channel, state })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ state, updated_at: sql`now()` }))
    .execute()
  const ordinal = trx
    .selectFrom('turn')
    .select(sql<number>`coalesce(max(ordinal) + 1, 0)`.as('next'))
    .where('conversation', '=', turn.conversation)
  const { id, conversation, text, status, durationMs, log } = turn
  const row = await trx
    .insertInto('turn')
    .values({ id, conversation, ordinal, text, status, duration_ms: durationMs, log: JSON.stringify(log) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new AlreadyKept()
  const replies = turn.replies.map((reply, at) => ({
    id: reply.id,
    turn: id,
    ordinal: at,
    body: JSON.stringify(reply),
  }))
  if (replies.length > 0) await trx.insertInto('reply').values(replies).execute()
  if (turn.record) await logQuestion(trx, turn, turn.record)
  await logInterview(trx, { ...turn, programme: turn.state.interview?.programme })
}

/** Forgets a conversation: its turns, their log, replies and feedback, and its interview whoever else holds it. */
export async function deleteConversation(db: Database, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const groups = await groupsOfTurns(trx, ({ eb }) => eb('turn.conversation', '=', id))
    const row = await trx.deleteFrom('conversation').where('id', '=', id).returning('state').executeTakeFirst()
    const { code } = (row?.state ?? {}) as Partial<ConversationState>
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
