import { z } from 'zod'

/** What an answer rests on. `quote` is a substring of the notice once white space is removed. */
export const citationSchema = z.object({
  notice: z.string(),
  title: z.string(),
  documentNumber: z.string().optional(),
  issued: z.string().optional(),
  clause: z.string(),
  heading: z.string(),
  quote: z.string(),
  url: z.string(),
})

export const replyKinds = [
  'answer',
  'not-found',
  'clarify',
  'question',
  'summary',
  'assessment',
  'roster',
  'info',
] as const

/** A file that goes with a reply; `url` gives it as long as the conversation is kept. */
export const replyDownloadSchema = z.object({ label: z.string(), url: z.string() })

/** Sending `send` as a message does it; `url` is a page of this server that shows the same. */
export const actionSchema = z.object({ label: z.string(), send: z.string(), url: z.string().optional() })

/** A text that is made to be copied: the title of a mail. */
export const copySchema = z.object({ label: z.string(), text: z.string() })

export const tableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.object({ text: z.string(), citation: z.int().optional() }))),
})

export const topicSchema = z.object({
  label: z.string(),
  notice: z.string().optional(),
  programme: z.string().optional(),
  unit: z.string().optional(),
})

/** One reply of the assistant; `text` is plain text with line breaks and complete without the rest. */
export const replySchema = z.object({
  id: z.string(),
  kind: z.enum(replyKinds),
  text: z.string(),
  /** The answer in one line; the text begins with it. */
  lead: z.string().optional(),
  /** Comparisons and lists; `citation` is a place among the citations. */
  table: tableSchema.optional(),
  /** Kind `not-found`: the closest clause, offered and not claimed. */
  nearest: citationSchema.optional(),
  /** Kind `not-found`: the clause that names the person to call; the text gives name and number. */
  contact: citationSchema.optional(),
  /** What the conversation is about from here on. */
  topic: topicSchema.optional(),
  citations: z.array(citationSchema),
  actions: z.array(actionSchema),
  /** Kind `question`: why it is put; a line of the text says the same. */
  why: z.string().optional(),
  asks: z.object({ programme: z.string(), key: z.string() }).optional(),
  progress: z.object({ done: z.int(), total: z.int() }).optional(),
  assessment: z.unknown().optional(),
  downloads: z.array(replyDownloadSchema).optional(),
  copies: z.array(copySchema).optional(),
})

export type Citation = z.infer<typeof citationSchema>
export type Topic = z.infer<typeof topicSchema>
export type Action = z.infer<typeof actionSchema>
export type ReplyKind = (typeof replyKinds)[number]
export type Reply = z.infer<typeof replySchema>
