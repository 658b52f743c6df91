import { z } from 'zod'
import { replySchema } from '../../services/reply.ts'
import type { ListedQuestion } from '../../services/staff/list-questions.ts'
import { reviews } from '../../services/staff/question-filter.ts'

const loggedClauseSchema = z.object({ notice: z.string(), clause: z.string(), score: z.number().optional() })

/** A question as programs read it. */
export const questionSchema = z.object({
  id: z.string(),
  conversation: z.string(),
  at: z.string(),
  channel: z.string(),
  /** Whether a model took part, or the words are those of the notices. */
  mode: z.string(),
  /** As asked, and as it was read: completed from the conversation. */
  question: z.string(),
  read: z.string().nullable(),
  status: z.string(),
  unsure: z.boolean(),
  notice: z.string().nullable(),
  programme: z.string().nullable(),
  used: z.array(loggedClauseSchema),
  rejected: z.array(loggedClauseSchema),
  replies: z.array(replySchema),
  feedback: z.object({ helpful: z.boolean(), comment: z.string().nullable() }).nullable(),
  durationMs: z.int(),
  group: z.int(),
  review: z.object({
    status: z.enum(reviews),
    note: z.string(),
    tags: z.array(z.string()),
    assignee: z.string().nullable(),
    version: z.int(),
    reviewer: z.string().nullable(),
    returnedBecause: z.string().nullable(),
    at: z.string().nullable(),
  }),
})

export function questionJson(question: ListedQuestion): z.infer<typeof questionSchema> {
  const { id, conversation, channel, status, notice, programme, replies, durationMs, group, log } = question
  const { review, note, tags, assignee, version, reviewer, returnedBecause, reviewedAt, helpful, comment } = question
  return {
    id,
    conversation,
    at: question.at.toISOString(),
    channel,
    mode: log.mode,
    question: question.text,
    read: log.question ?? null,
    status,
    unsure: question.isUnsure,
    notice,
    programme,
    used: log.used,
    rejected: log.rejected,
    replies,
    feedback: helpful === null ? null : { helpful, comment },
    durationMs,
    group,
    review: {
      status: review,
      note,
      tags,
      assignee,
      version,
      reviewer,
      returnedBecause,
      at: reviewedAt?.toISOString() ?? null,
    },
  }
}
