import { z } from 'zod'
import type { DocumentEdit } from '../../services/drafting/edit-document.ts'
import { daySchema } from '../../services/eligibility/document-conditions.ts'
import type { GoneRule } from '../programme-desk/programme-desk.ts'
import { personText } from '../validation.ts'

const id = z.string().min(1).max(80)
const at = z.array(z.int().min(0).max(60)).max(12)
const words = personText(600)
const part = { criterion: id, at }

/** A rule of the older text is let go. */
type GoneEdit = { edit: 'gone' } & GoneRule

/** One change that staff make to a programme, as its page sends it. */
export const editSchema: z.ZodType<DocumentEdit | GoneEdit> = z.discriminatedUnion('edit', [
  z.strictObject({
    edit: z.literal('limit'),
    ...part,
    bound: z.enum(['atLeast', 'moreThan', 'atMost', 'lessThan']),
    value: z.number().min(0).max(1e15),
  }),
  z.strictObject({ edit: z.literal('options'), ...part, oneOf: z.array(z.string().max(600)).min(1).max(60) }),
  z.strictObject({ edit: z.literal('claim'), ...part, is: z.boolean() }),
  z.strictObject({
    edit: z.literal('bind'),
    ...part,
    as: z.union([z.enum(['all', 'any']), z.int().min(1).max(60)]),
  }),
  z.strictObject({ edit: z.literal('drop'), ...part }),
  z.strictObject({ edit: z.literal('add'), criterion: id, need: words }),
  z.strictObject({ edit: z.literal('title'), criterion: id, title: words }),
  z.strictObject({
    edit: z.literal('fact'),
    fact: id,
    label: words.optional(),
    prompt: words.optional(),
    help: words.optional(),
    unit: personText(20).optional(),
  }),
  z.strictObject({ edit: z.literal('settle'), part: z.enum(['criteria', 'preferences', 'commitments']), id }),
  z.strictObject({ edit: z.literal('gone'), part: z.enum(['criteria', 'preferences', 'commitments']), id }),
  z.strictObject({ edit: z.literal('window'), opens: daySchema.nullable().optional(), closes: daySchema.optional() }),
  z.strictObject({
    edit: z.literal('support'),
    amountWan: z.number().min(0).max(1e9).nullable().optional(),
    amountText: words.optional(),
    places: z.int().min(1).max(1e6).nullable().optional(),
  }),
])
