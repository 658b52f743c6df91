import { summaryKey } from '../conversations/interview-record.ts'
import type { Answered } from '../conversations/answered.ts'
import type { ConversationState } from '../conversations/conversation-store.ts'
import type { Interview } from '../conversations/interview.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Message } from './message.ts'
import { standingOf } from './standing.ts'

/** What an interview waits for: the answer to a question, that two answers are put right, or that the summary is confirmed. */
export function waitsFor(programme: ResolvedProgramme, interview: Interview): string {
  const { doubt, open } = standingOf(programme, interview)
  return doubt?.id ?? open ?? summaryKey
}

const asking: ReadonlySet<string> = new Set(['question', 'summary', 'clarify'])

/** Notes what a conversation has put to its person last, where others may answer the same interview meanwhile. */
export function withAsked(answered: Answered, { known }: Pick<Message, 'known'>): Answered {
  const { shared, interview } = answered.state
  const programme = known.programmes.find(({ id }) => id === interview?.programme)
  if (!shared || !interview || !programme || !answered.replies.some(({ kind }) => asking.has(kind))) return answered
  return { ...answered, state: { ...answered.state, asked: waitsFor(programme, interview) } }
}

/** Whether others have answered meanwhile what was put to the person, so that what they say now is the answer to no other question. */
export const isOvertaken = (
  { shared, asked }: ConversationState,
  programme: ResolvedProgramme,
  interview: Interview,
): boolean => shared !== undefined && asked !== undefined && asked !== waitsFor(programme, interview)
