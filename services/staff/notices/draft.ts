import type { ImportedNotice, OptionalField, Relation } from '../../../knowledge/importing/prepare-notice.ts'
import type { Hints } from '../../../knowledge/importing/read-html.ts'
import type { NoticeMetadata } from '../../../knowledge/parsing/notice.ts'
import type { ReadingEdit } from '../../../knowledge/parsing/reading-edit.ts'

/** Metadata that a person may give in place of what was read. */
export type GivenMetadata = Partial<
  Pick<
    NoticeMetadata,
    | 'title'
    | 'shortTitle'
    | 'documentNumber'
    | 'issuer'
    | 'issued'
    | 'year'
    | 'effectiveFrom'
    | 'effectiveUntil'
    | 'replaces'
    | 'amends'
    | 'spoken'
  >
>

/** What people say of a draft: its metadata, what of them it has not, how its reading is mended, and what it is to another. */
export type Told = {
  given: GivenMetadata
  without: OptionalField[]
  edits: ReadingEdit[]
  relation: Relation | null
}

/** A notice that staff read before it is put in use. `title` is as it was read last. */
export type Draft = {
  id: string
  fileName: string
  source: string
  hints: Hints
  told: Told
  title: string
  /** The day from which it is to be in use, YYYY-MM-DD. */
  scheduledFor: string | undefined
  /** Why it was not put in use on its day. */
  trouble: string | undefined
  author: string
  updatedAt: Date
  version: number
}

/** A draft in a list. */
export type ListedDraft = Omit<Draft, 'source' | 'hints' | 'told'>

/** What became of a change: made, or refused since the draft is no longer what it was made from. */
export type DraftChange = { kind: 'changed'; draft: Draft } | { kind: 'stale'; stored: Draft }

/** The draft as the parser takes it. */
export function importedOf({
  fileName,
  source,
  hints,
  told,
}: Pick<Draft, 'fileName' | 'source' | 'hints' | 'told'>): ImportedNotice {
  const { given, without, edits, relation } = told
  return {
    fileName,
    source,
    hints,
    without,
    given: { ...given, ...(edits.length > 0 && { edits }) },
    ...(relation && { relation }),
  }
}

export const nothingTold: Told = { given: {}, without: [], edits: [], relation: null }
