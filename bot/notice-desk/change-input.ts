import { z } from 'zod'
import { optionalFields, type OptionalField } from '../../knowledge/importing/prepare-notice.ts'
import { noticeMetadataFields } from '../../knowledge/parsing/notice.ts'
import { mostEdits, readingEditSchema } from '../../knowledge/parsing/reading-edit.ts'
import { spokenSchema } from '../../knowledge/parsing/spoken.ts'
import type { Told } from '../../services/staff/notices/draft.ts'
import { versionSchema } from '../staff/faq-input.ts'
import { personText } from '../validation.ts'
import { relationSchema } from './draft-json.ts'

const { issued: day, year } = noticeMetadataFields.shape
/** A field: its value, '' where the notice has none, null to go back to what was read. */
const optional = <Schema extends z.ZodType<string | undefined>>(schema: Schema) =>
  z.union([schema, z.literal(''), z.null()]).optional()

export const metadataChangeSchema = z.strictObject({
  title: personText(300).nullable().optional(),
  shortTitle: personText(60).nullable().optional(),
  documentNumber: optional(personText(60)),
  issuer: optional(personText(200)),
  issued: optional(day),
  year: year.nullable().optional(),
  effectiveFrom: optional(day),
  effectiveUntil: optional(day),
  /** The whole of it; null goes back to that of the edition before. */
  spoken: spokenSchema.nullable().optional(),
})

/** The day of a text such as 2026-03-20. */
export const daySchema = z.iso.date()

export const draftChangeSchema = z
  .strictObject({
    version: versionSchema,
    metadata: metadataChangeSchema.optional(),
    edits: z.array(readingEditSchema).max(mostEdits).optional(),
    relation: relationSchema.nullable().optional(),
    /** null: it waits for no day any more. */
    scheduledFor: z.null().optional(),
  })
  .refine(({ version: _, ...changes }) => Object.keys(changes).length > 0, { error: '没有要改的内容' })

export type DraftChangeInput = z.output<typeof draftChangeSchema>

const isOptional = (field: string): field is OptionalField => (optionalFields as readonly string[]).includes(field)

/** What is told of a draft after a change. */
export function toldAfter(told: Told, { metadata = {}, edits, relation }: DraftChangeInput): Told {
  const given: Record<string, unknown> = { ...told.given }
  const without = new Set(told.without)
  for (const [field, value] of Object.entries(metadata)) {
    if (value === undefined) continue
    delete given[field]
    if (isOptional(field)) without.delete(field)
    if (value === '' && isOptional(field)) without.add(field)
    else if (value !== null && value !== '') given[field] = value
  }
  return {
    given: given,
    without: [...without],
    edits: edits ?? told.edits,
    relation: relation === undefined ? told.relation : relation,
  }
}
