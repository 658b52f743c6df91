import { z } from 'zod'
import type { Faq, FaqContent, PinnedClause } from '../../services/faq/faq.ts'
import { pinClause } from '../../services/faq/pinned-clause.ts'
import { mask } from '../../services/privacy/mask.ts'
import type { Known } from '../known.ts'
import { type InputFault, Problem } from '../problem.ts'
import { idSchema, personText } from '../validation.ts'

const stateSchema = z.enum(['draft', 'published'])
const placeSchema = z.strictObject({ notice: idSchema, clause: idSchema })

const fields = {
  /** Empty where the clauses themselves are the answer. */
  answer: personText(2000, 0),
  wordings: z.array(personText(200)).min(1, '至少写一种问法').max(50),
  clauses: z.array(placeSchema).min(1, '答复必须附上至少一个条款').max(10),
}

export const newFaqSchema = z.strictObject({
  ...fields,
  answer: fields.answer.default(''),
  state: stateSchema.default('published'),
  /** The question it is written for: its group is settled by it. */
  question: idSchema.optional(),
  /** Says that a text which the bot itself gave has been read word for word. */
  isRead: z.boolean().default(false),
})

/** The version that a save was made from. */
export const versionSchema = z.int().min(1)

export const changedFaqSchema = z.strictObject({
  version: versionSchema,
  answer: fields.answer.optional(),
  wordings: fields.wordings.optional(),
  clauses: fields.clauses.optional(),
  state: stateSchema.optional(),
})

export type FaqPlace = z.output<typeof placeSchema>
type FaqInput = { answer: string; wordings: string[]; clauses: FaqPlace[]; state: FaqContent['state'] }

/** What staff have written, with its clauses as they stand now. @throws {Problem} 400 for a clause that isn't there. */
export function faqContentOf({ catalogue, publicKeys }: Known, input: FaqInput): FaqContent {
  const pinned = input.clauses.map(({ notice, clause }) => pinClause(catalogue, notice, clause))
  const faults = pinned.flatMap((one, at): InputFault[] =>
    one ? [] : [{ path: `clauses.${at}`, message: '没有这个条款' }],
  )
  if (faults.length > 0) throw new Problem(400, undefined, faults)
  // A wording may be what a person typed.
  const wordings = input.wordings.map((wording) => mask(wording.trim(), (key) => publicKeys.has(key)))
  return {
    state: input.state,
    answer: input.answer.trim(),
    wordings: [...new Set(wordings)],
    clauses: pinned.filter((one): one is PinnedClause => one !== undefined),
  }
}

export const faqSchema = z.object({
  id: z.int(),
  state: z.string(),
  answer: z.string(),
  wordings: z.array(z.string()),
  clauses: z.array(z.object({ notice: z.string(), clause: z.string() })),
  reviewedOn: z.string(),
  reviewer: z.string(),
  returnedBecause: z.string().nullable(),
  updatedAt: z.string(),
  version: z.int(),
})

export const faqJson = (faq: Faq): z.infer<typeof faqSchema> => ({
  id: faq.id,
  state: faq.state,
  answer: faq.answer,
  wordings: faq.wordings,
  clauses: faq.clauses.map(({ notice, clause }) => ({ notice, clause })),
  reviewedOn: faq.reviewedOn,
  reviewer: faq.reviewer,
  returnedBecause: faq.returnedBecause ?? null,
  updatedAt: faq.updatedAt.toISOString(),
  version: faq.version,
})
