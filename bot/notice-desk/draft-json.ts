import { z } from 'zod'
import { clauseSchema } from '../clause-schema.ts'
import type { Readings } from '../../knowledge/importing/derive-metadata.ts'
import type { Named } from '../../knowledge/importing/read-relations.ts'
import { optionalFields } from '../../knowledge/importing/prepare-notice.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { readingEditSchema } from '../../knowledge/parsing/reading-edit.ts'
import { nothingSpoken, spokenSchema } from '../../knowledge/parsing/spoken.ts'
import { wordStatement } from '../../knowledge/statements/word-statement.ts'
import type { Draft } from '../../services/staff/notices/draft.ts'
import { warningsOf } from '../../services/staff/notices/reading-warnings.ts'
import type { DraftReading } from './draft-reading.ts'

/** The metadata that are read off a text, in the order in which they are shown. */
export const readFields = [
  'title',
  'documentNumber',
  'issuer',
  'issued',
  'year',
  'effectiveFrom',
  'effectiveUntil',
] as const
export type ReadField = (typeof readFields)[number]

const readFromSchema = z.object({
  /** The text, the web page around it, the name of the file, or a person. */
  from: z.enum(['text', 'page', 'file-name', 'given']),
  words: z.string(),
  /** Place in `source`, in UTF-16 code units, where the words stand there. */
  start: z.int().optional(),
  end: z.int().optional(),
})
const readingSchema = z.object({ value: z.union([z.string(), z.number()]), readFrom: readFromSchema })
const placeSchema = z.object({ id: z.string(), title: z.string() })
const namedSchema = z.object({ title: z.string(), documentNumber: z.string().optional(), words: z.string() })

export const relationSchema = z.strictObject({
  as: z.enum(['correction', 'replaces', 'amends', 'other']),
  of: z.string().max(100),
})

export const draftSchema = z.object({
  id: z.string(),
  version: z.int(),
  fileName: z.string(),
  author: z.string(),
  updatedAt: z.string(),
  scheduledFor: z.string().nullable(),
  trouble: z.string().nullable(),
  /** The id that the notice will have. */
  notice: z.string(),
  metadata: z.partialRecord(z.enum(readFields), readingSchema),
  without: z.array(z.enum(optionalFields)),
  missing: z.array(z.object({ field: z.string(), label: z.string(), isRequired: z.boolean() })),
  /** What the text says it repeals and amends, and the notices in use that these are. */
  repeals: z.array(namedSchema),
  replaces: z.array(placeSchema),
  amends: z.array(placeSchema),
  /** The notice in use whose number or title it carries, and what a person says it is to it. */
  twin: z
    .object({
      id: z.string(),
      title: z.string(),
      documentNumber: z.string().optional(),
      by: z.enum(['number', 'title']),
    })
    .nullable(),
  relation: relationSchema.nullable(),
  edits: z.array(readingEditSchema),
  spoken: spokenSchema,
  warnings: z.array(z.object({ text: z.string(), clause: z.string().optional(), field: z.string().optional() })),
  clauses: z.array(z.object({ ...clauseSchema.shape, spans: z.array(z.object({ start: z.int(), end: z.int() })) })),
  statements: z.array(z.object({ clause: z.string(), text: z.string(), isSure: z.boolean() })),
  source: z.string(),
  programmes: z.array(z.unknown()),
})

export type DraftJson = z.infer<typeof draftSchema>

/** Drafts the programmes that a notice opens. */
export type DraftProgrammes = (notice: Notice) => Promise<unknown[]>

/** A draft as programs and the page read it. @param titleOf The title of a notice in use. */
export async function draftJson(
  draft: Draft,
  reading: DraftReading,
  titleOf: (id: string) => string,
  draftProgrammes: DraftProgrammes = async () => [],
): Promise<DraftJson> {
  const { notice, readings, twin, statements } = reading
  const places = (ids: readonly string[] = []) => ids.map((id) => ({ id, title: titleOf(id) }))
  return {
    id: draft.id,
    version: draft.version,
    fileName: draft.fileName,
    author: draft.author,
    updatedAt: draft.updatedAt.toISOString(),
    scheduledFor: draft.scheduledFor ?? null,
    trouble: draft.trouble ?? null,
    notice: notice.id,
    metadata: metadataJson(readings),
    without: draft.told.without,
    missing: readings.missing,
    repeals: readings.repeals.map(namedJson),
    replaces: places(notice.replaces),
    amends: places(notice.amends),
    twin: twin ?? null,
    relation: draft.told.relation,
    edits: draft.told.edits,
    spoken: notice.spoken ?? nothingSpoken,
    warnings: warningsOf(reading, draft.told.relation !== null),
    clauses: notice.clauses,
    statements: statements.map((statement) => ({
      clause: statement.clause,
      text: statement.sure ? wordStatement(statement, 'zh') : sentenceOf(notice, statement),
      isSure: statement.sure,
    })),
    source: draft.source,
    programmes: await draftProgrammes(notice),
  }
}

function metadataJson(readings: Readings): DraftJson['metadata'] {
  const entries = readFields.flatMap((field) => {
    const reading = readings[field]
    if (!reading) return []
    const { value, quote: words, from, start, end } = reading
    const place = start === undefined || end === undefined ? {} : { start, end }
    return [[field, { value, readFrom: { from, words, ...place } }]]
  })
  return Object.fromEntries(entries) as DraftJson['metadata']
}

const namedJson = ({ title, documentNumber, quote }: Named) => ({
  title,
  ...(documentNumber !== undefined && { documentNumber }),
  words: quote,
})

function sentenceOf(
  { clauses }: Notice,
  { clause, sentence: [start, end] }: DraftReading['statements'][number],
): string {
  return clauses.find(({ id }) => id === clause)?.text.slice(start, end) ?? ''
}
