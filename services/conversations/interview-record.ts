import type { Assessment } from '../eligibility/assessment.ts'
import type { Reply } from '../reply.ts'

type InterviewTurn = {
  status: string
  replies: Reply[]
  /** The programme of the interview under way. */
  programme: string | undefined
  day: string
}

/** How far an interview has come by a turn, for the statistics; without a `programme` it was none or was cancelled. */
export type InterviewRecord = {
  isCancelled: boolean
  programme?: string
  /** The question that waits for its answer. */
  openKey?: string
  verdict?: string
  criteria?: { id: string; title: string; status: string }[]
  day?: string
}

/** Stands for the summary, which waits to be confirmed, where else the key of a question stands. */
export const summaryKey = 'summary'

/** Notes how far an interview has come: which question waits for its answer, and what the checker found in the end. */
export function interviewRecordOf(turn: InterviewTurn): InterviewRecord | undefined {
  const { status, replies, day } = turn
  const isCancelled = status === 'interview-cancelled'
  const asks = replies.findLast((reply) => reply.asks)?.asks
  const assessment = replies.findLast((reply) => reply.assessment)?.assessment as Assessment | undefined
  const isSummed = replies.some(({ kind }) => kind === 'summary')
  const programme = assessment?.programme ?? asks?.programme ?? (isSummed ? turn.programme : undefined)
  if (programme === undefined) return isCancelled ? { isCancelled } : undefined
  const openKey = asks?.key ?? (isSummed ? summaryKey : undefined)
  const criteria = assessment?.criteria.map(({ id, title, status: found }) => ({ id, title, status: found }))
  return {
    isCancelled,
    programme,
    day,
    ...(openKey !== undefined && { openKey }),
    ...(assessment && { verdict: assessment.verdict, criteria: criteria! }),
  }
}
