import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Reply } from '../reply.ts'
import type { ConversationState, KeptState } from './conversation-store.ts'
import { logInterview } from './interview-log.ts'
import { logQuestion } from './question-log.ts'
import type { QuestionRecord } from './question-record.ts'
import { keepShared } from './shared-interviews.ts'
import type { TurnLog } from './turn-log.ts'

/** A turn as it is kept: `text` masked, `durationMs` milliseconds until its last reply. */
export type KeptTurn = {
  id: string
  /** Tells it from another turn under its id, where the sender chose the id. */
  fingerprint?: string | undefined
  conversation: string
  /** The version of the conversation that the turn was answered from; none where it begins the conversation. */
  version: number | undefined
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

/**
 * How keeping a turn ended. `changed`: what it was answered from is not so any more, or its id is taken; to be looked up and
 * answered anew. `forgotten`: its conversation was deleted meanwhile, and the turn goes with it.
 */
export type Keeping = 'kept' | 'changed' | 'forgotten'

/** Rolls back what was begun for a turn that is not kept. */
class NotKept extends Error {
  readonly why: Exclude<Keeping, 'kept'>

  constructor(why: Exclude<Keeping, 'kept'>) {
    super(why)
    this.why = why
  }
}

/**
 * Keeps a turn with its replies, and what its conversation carries from here on; begins the conversation where it is new.
 * Unless it is kept nothing has changed. So turns of one conversation, and of those that hold one interview, end as if they
 * had been taken one after the other, whichever processes take them; no lock outlives this call.
 */
export async function keepTurn(db: Database, turn: KeptTurn): Promise<Keeping> {
  try {
    await db.transaction().execute((trx) => writeTurn(trx, turn))
    return 'kept'
  } catch (error) {
    if (error instanceof NotKept) return error.why
    throw error
  }
}

async function writeTurn(trx: Database, turn: KeptTurn): Promise<void> {
  await writeConversation(trx, turn)
  // After the conversation, as wherever both are locked: two that hold one interview can't wait for each other.
  const { shared, interview } = turn.state
  if (shared && !(await keepShared(trx, shared, interview))) throw new NotKept('changed')
  await insertTurn(trx, turn)
  if (turn.record) await logQuestion(trx, turn, turn.record)
  await logInterview(trx, { ...turn, programme: interview?.programme })
}

async function writeConversation(trx: Database, { conversation: id, channel, version, state: next }: KeptTurn) {
  const state = JSON.stringify(keptState(next))
  if (version === undefined) {
    await trx.insertInto('conversation').values({ id, channel, state }).execute()
    return
  }
  const { numUpdatedRows } = await trx
    .updateTable('conversation')
    .set({ state, version: version + 1, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  const row = await trx.selectFrom('conversation').select('id').where('id', '=', id).executeTakeFirst()
  throw new NotKept(row ? 'changed' : 'forgotten')
}

/** An interview with a code stands under it, once for all conversations that hold it. */
function keptState({ shared, interview, ...rest }: ConversationState): KeptState {
  if (!interview) return rest
  return shared ? { ...rest, code: shared.code } : { ...rest, interview }
}

async function insertTurn(trx: Database, turn: KeptTurn): Promise<void> {
  const { id, fingerprint = null, conversation, text, status, durationMs, log } = turn
  const ordinal = trx
    .selectFrom('turn')
    .select(sql<number>`coalesce(max(ordinal) + 1, 0)`.as('next'))
    .where('conversation', '=', conversation)
  const values = { id, fingerprint, conversation, ordinal, text, status, duration_ms: durationMs }
  const row = await trx
    .insertInto('turn')
    .values({ ...values, log: JSON.stringify(log) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new NotKept('changed')
  const replies = turn.replies.map((reply, at) => ({
    id: reply.id,
    turn: id,
    ordinal: at,
    body: JSON.stringify(reply),
  }))
  if (replies.length > 0) await trx.insertInto('reply').values(replies).execute()
}
