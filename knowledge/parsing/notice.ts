import { z } from 'zod'
import type { Clause } from './clause.ts'
import { mostEdits, readingEditSchema } from './reading-edit.ts'
import { spokenSchema } from './spoken.ts'

/** There is no year 0, though ISO 8601 writes one. */
const isoDate = z.iso.date().refine((day) => !day.startsWith('0000'), 'there is no year 0')

/** Fields that metadata may still have from before; nobody reads them. */
const formerFields: ReadonlySet<string> = new Set(['names'])

/** Whatever it is, without former fields. */
export const withoutFormerFields = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([key]) => !formerFields.has(key)))
    : value

/** A programme that a notice opens and which part of it speaks of it. */
const programmeMentionFields = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Clause id under which all provisions of the programme stand; '' where the whole notice is about it. */
  section: z.string().default(''),
})

/** A list of units in an annex: of a review, of a round of projects, of those admitted. */
export const rosterSchema = z.strictObject({
  annex: z.string(),
  /** What the list is called: 首批专项资金支持项目总结验收. */
  label: z.string().optional(),
  /** The column with the names of the units; the last one where it isn't said. */
  unit: z.string().optional(),
  /** The column with what each unit does; what the rows are grouped under where it isn't said. */
  project: z.string().optional(),
  /** Which round the list is of. */
  batch: z.int().positive().optional(),
  /** What is done with those on the list. */
  action: z.enum(['final-acceptance', 'mid-term-check']).optional(),
})

/** The fields of `noticeMetadataSchema`. */
export const noticeMetadataFields = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  title: z.string().min(1),
  /** What people may call the notice for short, e.g. 2025年医疗卫生系统通知. */
  shortTitle: z.string().min(1),
  documentNumber: z.string().optional(),
  issuer: z.string().min(1),
  issued: isoDate.optional(),
  /** The first and the last day it holds on, where it says so. */
  effectiveFrom: isoDate.optional(),
  effectiveUntil: isoDate.optional(),
  /** The year the notice is known by: that of its issue, or the next that its title calls for; without a date that of its deadline. */
  year: z.int().min(1949),
  replaces: z.array(z.string()).default([]),
  /** Ids of the notices it changes in part. */
  amends: z.array(z.string()).optional(),
  programmes: z.array(z.preprocess(withoutFormerFields, programmeMentionFields)).default([]),
  rosters: z.array(rosterSchema).default([]),
  /** What people have mended of the reading, in the order in which it is done again after each parsing. */
  edits: z.array(readingEditSchema).max(mostEdits).optional(),
  /** How people speak of it, as staff have said. */
  spoken: spokenSchema.optional(),
})

/** The small file beside a notice's text: `ID.json` beside `ID.txt`. */
export const noticeMetadataSchema = z.preprocess(withoutFormerFields, noticeMetadataFields)

export type NoticeMetadata = z.infer<typeof noticeMetadataSchema>

/** A notice as the assistant knows it: its metadata, its source as received, its clauses in order. */
export type Notice = NoticeMetadata & { source: string; clauses: Clause[] }
