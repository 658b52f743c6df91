import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely'
import type { ClauseKind, Span } from '../parsing/clause.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'
import type { StaffSchema } from './staff-schema.ts'

/** `jsonb`: read as a value, written as JSON text (`JSON.stringify`), since pg would take an array for an SQL array. */
type JsonOrNull<Value> = ColumnType<Value | null, string | null | undefined, string | null>
/** `timestamptz`, set by the database when it is left out. */
type Instant = ColumnType<Date, Date | string | undefined, Date | string>

/**
 * A notice in the index. `issued` is a day (`YYYY-MM-DD`), `metadata` the whole of its metadata file; `added` tells
 * those that people have added from those that come with the assistant.
 */
export type NoticeTable = {
  id: string
  title: string
  short_title: string
  document_number: string | null
  issuer: string
  issued: string | null
  year: number
  metadata: JSONColumnType<NoticeMetadata>
  source: string
  content_hash: string
  indexed_at: Instant
  added: Generated<boolean>
}

/** A notice of those that come with the assistant which people have taken out. */
export type RemovedNoticeTable = { id: string }

/**
 * A clause in the index, in the order of the text by `ordinal`. `length` counts terms, not characters.
 * `lexical` (sparsevec) and `dense` (vector) are pgvector literals, null where not computed.
 */
export type ClauseTable = {
  notice: string
  id: string
  ordinal: number
  parent: string | null
  kind: ColumnType<ClauseKind>
  marker: string | null
  heading: string
  path: string
  text: string
  quote: string
  spans: JSONColumnType<Span[]>
  cells: JsonOrNull<Record<string, string>>
  length: number
  lexical: string | null
  dense: string | null
}

/** What the index knows of itself: average clause length, its version, hashes. */
export type IndexStateTable = { key: string; value: JsonOrNull<unknown> }

/** In how many clauses the term of this dimension stands. */
export type TermTable = { dimension: number; clauses: number }

export type ConversationTable = {
  id: string
  channel: string
  state: ColumnType<unknown, string, string>
  created_at: Instant
  updated_at: Instant
}

/** An interview that several conversations hold together; `interview` is theirs all. */
export type SharedInterviewTable = {
  code: string
  interview: ColumnType<unknown, string, string>
  updated_at: ColumnType<Date, Date | string, Date | string>
}

/** One message of a person, `text` masked; `duration_ms` milliseconds until the last reply. */
export type TurnTable = {
  id: string
  conversation: string
  ordinal: number
  text: string
  status: string
  duration_ms: number
  created_at: Instant
  log: ColumnType<unknown, string, string>
}

export type ReplyTable = {
  id: string
  turn: string
  ordinal: number
  body: ColumnType<unknown, string, string>
  created_at: Instant
}

export type FeedbackTable = {
  reply: string
  helpful: boolean
  comment: string | null
  created_at: Instant
}

/** The tables, as Kysely sees them. Row types: `Selectable<NoticeTable>` and the like. */
export type Schema = StaffSchema & {
  notice: NoticeTable
  removed_notice: RemovedNoticeTable
  clause: ClauseTable
  index_state: IndexStateTable
  term: TermTable
  conversation: ConversationTable
  shared_interview: SharedInterviewTable
  turn: TurnTable
  reply: ReplyTable
  feedback: FeedbackTable
}

export type Database = Kysely<Schema>
