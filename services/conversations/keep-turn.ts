import { CompiledQuery } from 'kysely'
import { prepared } from '../../knowledge/database/prepared.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Reply } from '../reply.ts'
import type { ConversationState, KeptState } from './conversation-store.ts'
import { interviewRecordOf } from './interview-record.ts'
import type { Asked } from './question-record.ts'
import type { ReminderChange } from './reminder-change.ts'
import { changeOfShared } from './shared-interviews.ts'
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
  /** What it is entered by into the log of the console, later; none where it was no question. */
  asked: Asked | undefined
  /** Which of the news that waited it tells. */
  told?: string[] | undefined
  /** What it changes of what the person hears of. */
  reminders?: ReminderChange | undefined
}

/**
 * How keeping a turn ended. `changed`: what it was answered from is not so any more, or its id is taken; to be looked up and
 * answered anew. `forgotten`: its conversation was deleted meanwhile, and the turn goes with it.
 */
export type Keeping = 'kept' | 'changed' | 'forgotten'

const statement = prepared('keep-turn', 'select keep_turn($1::jsonb) as keeping')

/** What the database says of a turn that it has begun to keep and gives up. */
const notKept = 'ZX409'

/**
 * Keeps a turn with its replies, and what its conversation carries from here on; begins the conversation where it is new.
 * Unless it is kept nothing has changed. So turns of one conversation, and of those that hold one interview, end as if they
 * had been taken one after the other, whichever processes take them; no lock outlives this call, which is one statement.
 */
export async function keepTurn(db: Database, turn: KeptTurn): Promise<Keeping> {
  try {
    const { rows } = await db.executeQuery<{ keeping: Keeping }>(CompiledQuery.raw(statement, [written(turn)]))
    return rows[0]!.keeping
  } catch (error) {
    if ((error as { code?: unknown }).code === notKept) return 'changed'
    throw error
  }
}

/** A turn as `keep_turn` takes it: what is undefined is left out. */
function written({ state, day, ...turn }: KeptTurn): string {
  const { shared, interview } = state
  const record = interviewRecordOf({ ...turn, programme: interview?.programme, day })
  return JSON.stringify({
    ...turn,
    day,
    state: keptState(state),
    shared: shared && changeOfShared(shared, interview),
    interview: record,
  })
}

/** An interview with a code stands under it, once for all conversations that hold it. */
function keptState({ shared, interview, ...rest }: ConversationState): KeptState {
  if (!interview) return rest
  return shared ? { ...rest, code: shared.code } : { ...rest, interview }
}
