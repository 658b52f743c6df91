import { z } from 'zod'

const clause = z.string().min(1).max(300)

/**
 * What a person mends of a reading. Clauses are named as they stand after the edits before it. No edit changes a word of the
 * notice: it says where a clause begins and ends, under which other it stands, and which of its words are its title.
 */
export const readingEditSchema = z.discriminatedUnion('do', [
  /** It goes on with the clause before it. */
  z.strictObject({ do: z.literal('join'), clause }),
  /** A new clause begins after so many characters (code points) of its text. */
  z.strictObject({ do: z.literal('split'), clause, at: z.int().positive() }),
  /** It stands under another clause before it, with all that stands under it; null: under none. */
  z.strictObject({ do: z.literal('move'), clause, under: clause.nullable() }),
  /** The words that it opens with are its title; '': it has none and is running text. */
  z.strictObject({ do: z.literal('retitle'), clause, heading: z.string().max(1000) }),
  /** It is no part of the notice's contents, with all that stands under it. */
  z.strictObject({ do: z.literal('leave-out'), clause }),
])

export type ReadingEdit = z.infer<typeof readingEditSchema>

export const mostEdits = 500
