import { z } from 'zod'
import { documentTexts as texts } from '../../prompts/document-fault-texts.ts'
import { preparationItemSchema } from '../preparation/preparation.ts'
import { amountSchema, conditionSchema, daySchema, factKeySchema } from './document-conditions.ts'
import { factSchema } from './document-facts.ts'
import { type DocumentFault, readAs } from './document-shapes.ts'

const slug = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: texts.slug })
const clause = z.string().min(1).max(200)
const words = z.string().trim().min(1).max(2000)

/**
 * Words of a notice, verbatim but for white space. The clause is found by the quote when the programme is loaded; `section`
 * is a clause id that narrows the search where the same words stand twice; `notice` is the one that has the words where it isn't
 * the programme's own, but one that amends it.
 */
const noticeId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, { error: texts.slug })
const quoted = { quote: words, section: clause.optional(), notice: noticeId.optional() }
/** What of a part a draft could not settle: a person must. Nothing with a `review` can be published. */
const review = { review: words.optional() }

const criterion = z.strictObject({
  id: slug,
  title: words,
  ...quoted,
  condition: conditionSchema,
  /** Said instead of the words derived from the condition, where the notice names no number. */
  words: z.strictObject({ required: words, gap: words }).optional(),
  /** What people must know to read the result. */
  note: words.optional(),
  english: z.strictObject({ title: words, required: words.optional(), note: words.optional() }).optional(),
  ...review,
})

/** 同等条件下优先: shown, never part of the verdict. */
const preference = z.strictObject({
  id: slug,
  title: words,
  ...quoted,
  condition: conditionSchema,
  english: z.strictObject({ title: words }).optional(),
  ...review,
})

/** What an awardee must reach. `baseline` is the answer that says how far it is already. */
const commitment = z.strictObject({
  id: slug,
  text: words,
  target: words,
  ...quoted,
  baseline: z.strictObject({ fact: factKeySchema, atLeast: z.number().positive() }).optional(),
  english: z.strictObject({ text: words }).optional(),
  ...review,
})

/** What an awardee gets; a figure is absent where the notice gives none. */
const support = z.strictObject({
  amountWan: z.number().min(0).optional(),
  /** How the notice puts the amount, e.g. 不超过. */
  amountText: words,
  places: z.int().min(1).optional(),
  placesText: z.string().trim().max(2000),
  /** The words the money rests on, and those of the number of places where they stand elsewhere. */
  money: z.strictObject(quoted).optional(),
  placesQuote: z.strictObject(quoted).optional(),
  restrictions: z.array(z.strictObject({ text: words, ...quoted })).max(60),
  /** What a unit would get by its answers. */
  amounts: z
    .array(z.strictObject({ ...quoted, amount: amountSchema }))
    .max(30)
    .optional(),
  english: z.strictObject({ amount: words, places: z.string().trim().max(2000) }).optional(),
  ...review,
})

/** Where `when` holds `needs` must hold too; with `andBack` the other way round as well. */
const relation = z.strictObject({
  id: slug,
  when: conditionSchema,
  needs: conditionSchema,
  andBack: z.boolean().optional(),
})

/** One programme of one notice as data, its parts in the notice's own order. */
export const programmeDocumentSchema = z.strictObject({
  id: slug,
  title: words,
  year: z.int().min(1900).max(2200),
  notice: noticeId,
  /** Notices that amend it, as far as the rules have taken them up. */
  amendments: z.array(noticeId).max(30).optional(),
  /** Clause id under which the programme's own provisions stand, where the notice opens several. */
  section: clause.optional(),
  english: z.strictObject({ title: words }).optional(),
  /** What an applicant is asked, by key; the same key is the same fact in every programme. */
  facts: z.record(factKeySchema, factSchema),
  /** What follows from one fact for another by what they mean. */
  relations: z.array(relation).max(30).optional(),
  /**
   * `opens` only where the notice bears a date of its own; `closes` is the named last day, included. `opening` has the words that
   * name the first day where the quote names the last one alone.
   */
  window: z.strictObject({
    ...quoted,
    opens: daySchema.optional(),
    closes: daySchema,
    opening: z.strictObject(quoted).optional(),
    ...review,
  }),
  criteria: z.array(criterion).min(1).max(60),
  preferences: z.array(preference).max(60),
  commitments: z.array(commitment).max(60),
  support,
  preparation: z.array(preparationItemSchema).max(100),
})

export type ProgrammeDocument = z.infer<typeof programmeDocumentSchema>
export type Quoted = { quote: string; section?: string | undefined; notice?: string | undefined }
export type Criterion = ProgrammeDocument['criteria'][number]
export type Preference = ProgrammeDocument['preferences'][number]
export type Commitment = ProgrammeDocument['commitments'][number]
export type Support = ProgrammeDocument['support']
export type Relation = z.infer<typeof relation>

/** Reads what should be a programme's document: its shape alone, not whether its notice says what it quotes. */
export function readDocument(input: unknown): { document: ProgrammeDocument } | { faults: DocumentFault[] } {
  const read = readAs(programmeDocumentSchema, input)
  return 'faults' in read ? read : { document: read.value }
}
