import { z } from 'zod'
import type { Ask } from '../../services/drafting/ask.ts'
import type { AskedAmount } from '../../services/drafting/edit-support.ts'
import { daySchema } from '../../services/eligibility/document-conditions.ts'
import { personText } from '../validation.ts'

const words = personText(600)
const label = personText(80)
const unit = personText(20)
const answers = (fewest: number) => z.array(personText(200)).min(fewest).max(30)
const said = { prompt: words.optional(), help: words.optional() }
const figure = { label, bound: z.enum(['atLeast', 'moreThan', 'atMost', 'lessThan']) }
const value = z.number().min(0).max(1e15)

/** What staff want applicants to be asked. */
export const askSchema: z.ZodType<Ask> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words') }),
  z.strictObject({ kind: z.literal('claim'), need: words, ...said }),
  z.strictObject({ kind: z.enum(['int', 'number']), ...figure, unit, value, ...said }),
  z.strictObject({ kind: z.literal('percent'), ...figure, value: z.number().min(0).max(100), ...said }),
  z.strictObject({ kind: z.literal('choice'), label, oneOf: answers(1), others: answers(1), ...said }),
  z.strictObject({ kind: z.literal('day'), label, bound: z.enum(['notBefore', 'notAfter']), day: daySchema, ...said }),
  z.strictObject({
    kind: z.literal('period'),
    label,
    bound: z.enum(['atLeastAgo', 'withinLast']),
    years: z.int().min(1).max(100),
    ...said,
  }),
])

const wan = z.number().min(0).max(1e9)
const when = personText(200).optional()

/** An amount as staff put it, in 万元. */
export const amountAskSchema: z.ZodType<AskedAmount> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed'), wan, when }),
  z.strictObject({
    kind: z.literal('share'),
    percent: z.number().min(0).max(1000),
    label,
    upTo: wan.optional(),
    when,
  }),
  z.strictObject({ kind: z.literal('each'), wan, label, unit, upTo: wan.optional(), when }),
])
