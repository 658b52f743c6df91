import type { Database } from '../../knowledge/database/schema.ts'
import { groupOf } from './question-group.ts'
import type { QuestionRecord } from './question-record.ts'

/** A turn as it stands in the log. `day` is the day here, YYYY-MM-DD. */
type LoggedTurn = { id: string; channel: string; status: string; durationMs: number; day: string }

/** Enters a question into the log of the console, in the transaction that keeps its turn. */
export async function logQuestion(trx: Database, turn: LoggedTurn, record: QuestionRecord): Promise<void> {
  const { sense, notice = null, clause = null, programme = null, isUnsure, searched } = record
  const question_group = await groupOf(trx, sense)
  await trx
    .insertInto('question')
    .values({
      turn: turn.id,
      question_group,
      day: turn.day,
      channel: turn.channel,
      status: turn.status,
      duration_ms: turn.durationMs,
      notice,
      clause,
      programme,
      is_unsure: isUnsure,
      searched,
    })
    .execute()
}
