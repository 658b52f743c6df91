import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import type { Reply } from '../reply.ts'

type InterviewTurn = {
  conversation: string
  status: string
  replies: Reply[]
  /** The programme of the interview under way. */
  programme: string | undefined
  day: string
}

/** Stands for the summary, which waits to be confirmed, where else the key of a question stands. */
export const summaryKey = 'summary'

/** Notes how far an interview has come: which question waits for its answer, and what the checker found in the end. */
export async function logInterview(trx: Database, turn: InterviewTurn): Promise<void> {
  const { conversation, status, replies, day } = turn
  if (status === 'interview-cancelled') {
    await trx
      .updateTable('interview_record')
      .set({ is_cancelled: true, updated_at: sql`now()` })
      .where('conversation', '=', conversation)
      .where('verdict', 'is', null)
      .execute()
  }
  const asks = replies.findLast((reply) => reply.asks)?.asks
  const assessment = replies.findLast((reply) => reply.assessment)?.assessment as Assessment | undefined
  const isSummed = replies.some(({ kind }) => kind === 'summary')
  const programme = assessment?.programme ?? asks?.programme ?? (isSummed ? turn.programme : undefined)
  if (programme === undefined) return
  const criteria = assessment?.criteria.map(({ id, title, status: found }) => ({ id, title, status: found }))
  const values = {
    open_key: asks?.key ?? (isSummed ? summaryKey : null),
    is_cancelled: false,
    day,
    updated_at: sql<Date>`now()`,
    ...(assessment && { verdict: assessment.verdict, criteria: JSON.stringify(criteria) }),
  }
  await trx
    .insertInto('interview_record')
    .values({ conversation, programme, verdict: null, ...values })
    .onConflict((conflict) => conflict.columns(['conversation', 'programme']).doUpdateSet(values))
    .execute()
}
