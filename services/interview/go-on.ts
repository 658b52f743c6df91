import type { Interview } from '../conversations/interview.ts'
import { openReply } from './interview-replies.ts'
import type { Taken } from './message.ts'
import type { InterviewContext } from './reply-parts.ts'

/** Goes on from here: what the interview waits for now. */
export function goOn(context: InterviewContext, interview: Interview, notes: readonly string[] = []): Taken {
  const asked = openReply({ ...context, interview }, notes)
  return { status: asked.kind === 'summary' ? 'interview-summary' : 'interview-question', replies: [asked], interview }
}
