import { z } from 'zod'
import type { DocumentEdit } from '../../services/drafting/edit-document.ts'
import { listParts } from '../../services/drafting/edit-lists.ts'
import { daySchema } from '../../services/eligibility/document-conditions.ts'
import type { GoneRule } from '../programme-desk/programme-desk.ts'
import { personText } from '../validation.ts'
import { amountAskSchema, askSchema } from './ask-input.ts'

const id = z.string().min(1).max(80)
const at = z.array(z.int().min(0).max(60)).max(12)
const place = z.int().min(0).max(99)
const words = personText(600)
const long = personText(2000)
const part = { criterion: id, at }
const list = { part: z.enum(listParts), id }
const clause = z.string().min(1).max(200).optional()
const quoted = { quote: long, section: clause, notice: id.optional() }
const figure = z.number().min(0).max(1e15)

/** A rule of the older text is let go. */
type GoneEdit = { edit: 'gone' } & GoneRule

/** One change that staff make to a programme, as its page sends it. */
export const editSchema: z.ZodType<DocumentEdit | GoneEdit> = z.discriminatedUnion('edit', [
  z.strictObject({
    edit: z.literal('limit'),
    ...part,
    bound: z.enum(['atLeast', 'moreThan', 'atMost', 'lessThan']),
    value: figure,
  }),
  z.strictObject({ edit: z.literal('options'), ...part, oneOf: z.array(z.string().max(600)).min(1).max(60) }),
  z.strictObject({ edit: z.literal('claim'), ...part, is: z.boolean() }),
  z.strictObject({
    edit: z.literal('bind'),
    ...part,
    as: z.union([z.enum(['all', 'any']), z.int().min(1).max(60)]),
  }),
  z.strictObject({ edit: z.literal('drop'), ...part }),
  z.strictObject({ edit: z.literal('add'), criterion: id, ask: askSchema }),
  z.strictObject({ edit: z.literal('title'), criterion: id, title: words, note: personText(600, 0).optional() }),
  z.strictObject({
    edit: z.literal('fact'),
    fact: id,
    label: words.optional(),
    prompt: words.optional(),
    help: words.optional(),
    why: words.optional(),
    unit: personText(20).optional(),
    need: words.optional(),
    yes: words.optional(),
    no: words.optional(),
    spokenAs: z.array(personText(60)).max(60).optional(),
    options: z.array(words).min(2).max(60).optional(),
  }),
  z.strictObject({ edit: z.literal('settle'), ...list }),
  z.strictObject({ edit: z.literal('gone'), part: z.enum(['criteria', 'preferences', 'commitments']), id }),
  z.strictObject({
    edit: z.literal('programme'),
    title: personText(80).optional(),
    year: z.int().min(1900).max(2200).optional(),
  }),
  z.strictObject({
    edit: z.literal('insert'),
    part: z.enum(['criteria', 'preferences']),
    title: personText(80).optional(),
    ask: askSchema,
    ...quoted,
  }),
  z.strictObject({ edit: z.literal('move'), ...list, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.strictObject({ edit: z.literal('remove'), ...list }),
  z.strictObject({ edit: z.literal('requote'), ...list, ...quoted }),
  z.strictObject({ edit: z.literal('commitment'), id: id.optional(), text: long, target: words, ...quoted }),
  z.strictObject({
    edit: z.literal('item'),
    id: id.optional(),
    kind: z.enum(['form', 'evidence', 'submission', 'contact']),
    text: long,
    proves: id.optional(),
    ...quoted,
    quote: personText(2000, 0),
  }),
  z.strictObject({ edit: z.literal('window'), opens: daySchema.nullable().optional(), closes: daySchema.optional() }),
  z.strictObject({
    edit: z.literal('support'),
    amountWan: z.number().min(0).max(1e9).nullable().optional(),
    amountText: long.optional(),
    places: z.int().min(1).max(1e6).nullable().optional(),
    placesText: personText(600, 0).optional(),
  }),
  z.strictObject({
    edit: z.literal('rest'),
    part: z.enum(['window', 'opening', 'money', 'placesQuote']),
    ...quoted,
  }),
  z.strictObject({ edit: z.literal('amount'), amount: amountAskSchema, ...quoted }),
  z.strictObject({
    edit: z.literal('figure'),
    at: place,
    path: z.array(z.union([place, z.enum(['wan', 'percent', 'upTo', 'amount', 'cases', 'lowerOf'])])).max(12),
    value: figure,
  }),
  z.strictObject({ edit: z.literal('restriction'), at: place.optional(), text: long, ...quoted }),
  z.strictObject({ edit: z.literal('lift'), part: z.enum(['amounts', 'restrictions']), at: place }),
])
