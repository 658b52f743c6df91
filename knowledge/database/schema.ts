import type { ColumnType, Generated, JSONColumnType, Kysely } from 'kysely'
import type { ClauseKind, Span } from '../parsing/clause.ts'
import type { NoticeMetadata } from '../parsing/notice.ts'
import type { Statement } from '../statements/statement.ts'
import type { StaffSchema } from './staff-schema.ts'

/** `jsonb`: read as a value, written as JSON text (`JSON.stringify`), since pg would take an array for an SQL array. */
type JsonOrNull<Value> = ColumnType<Value | null, string | null | undefined, string | null>
/** `timestamptz`, set by the database when it is left out. */
type Instant = ColumnType<Date, Date | string | undefined, Date | string>

/**
 * A notice in the index. `issued` is a day (`YYYY-MM-DD`), `metadata` the whole of its metadata file; `added` tells
 * those that people have added from those that come with the assistant; `statements_version` is the version of the parser
 * that read its statements, null before any has.
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
  statements_version: ColumnType<number | null, number | null | undefined, number | null>
}

/** A notice of those that come with the assistant which people have taken out. */
export type RemovedNoticeTable = { id: string }

/**
 * A clause in the index, in the order of the text by `ordinal`. `length` counts terms, not characters; `number` is that of a
 * searched clause in the postings, one after the other within a notice, null for others.
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
  number: number | null
}

/**
 * What a notice says, in the order of the text by `ordinal`. `approved_at` is when a person said that the wording of an added
 * notice may be said; those of the bundled notices are read in review.
 */
export type StatementTable = {
  notice: string
  id: string
  ordinal: number
  clause: string
  parser_version: number
  body: JSONColumnType<Statement>
  approved_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/**
 * What the index knows of itself, in one row once there is one: by which version of the terms it is made, how often it was changed (`edition`), how
 * many clauses are searched (`passages`), the sum of their terms, and the number that the next searched clause gets.
 */
export type IndexStateTable = { version: number; edition: number; passages: number; terms: number; next: number }

/**
 * Which of a block's clauses hold a term, and how often, as `posting-code.ts` writes it: `clauses` of them, the last one at
 * `last`, a place in the block.
 */
export type PostingTable = { term: number; block: number; clauses: number; last: number; code: string }

/** The lengths of the clauses of a block in terms, 4 bytes each, least first; `edition` is the one that changed it last. */
export type ClauseBlockTable = { block: number; edition: number; lengths: Buffer }

/** `version` counts the turns that have changed it. */
export type ConversationTable = {
  id: string
  channel: string
  state: ColumnType<unknown, string, string>
  version: Generated<number>
  created_at: Instant
  updated_at: Instant
}

/** An interview that several conversations hold together; `interview` is theirs all, `version` counts its changes. */
export type SharedInterviewTable = {
  code: string
  interview: ColumnType<unknown, string, string>
  version: Generated<number>
  updated_at: ColumnType<Date, Date | string, Date | string>
}

/**
 * One message of a person, `text` masked; `duration_ms` milliseconds until the last reply; `fingerprint` tells a message that is
 * sent again from another one under the same id, where the sender chose the id.
 */
export type TurnTable = {
  id: string
  conversation: string
  ordinal: number
  text: string
  status: string
  duration_ms: number
  created_at: Instant
  log: ColumnType<unknown, string, string>
  fingerprint: string | null
}

/** Turns whose question is not in the log of the console yet, with what is needed to enter it besides the turn. */
export type TurnQueueTable = { turn: string; asked: ColumnType<unknown, string, string>; queued_at: Instant }

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

/**
 * An update as Telegram delivered it, until it is answered: then `chat` and `body` are null and only its number stays, so
 * that a redelivery is known. `sent` counts the messages of its answer that have gone out.
 */
export type TelegramUpdateTable = {
  bot: string
  id: number
  chat: string | null
  body: JsonOrNull<unknown>
  sent: Generated<number>
  received_at: Instant
  done_at: Date | string | null
}

/** Whose conversation a chat is; gone with the conversation. */
export type TelegramChatTable = {
  bot: string
  chat: string
  conversation: string
  /** The message that shows the interview. */
  card: ColumnType<string | null, number | null | undefined, number | null>
}

/**
 * Whose conversation a chat of a channel is, and what the channel itself keeps of it; gone with the conversation. Without a
 * conversation only `note` is kept for a while.
 */
export type ChatTable = {
  channel: string
  account: string
  chat: string
  conversation: string | null
  note: ColumnType<unknown, string, string>
  updated_at: Instant
}

/**
 * Somebody who asked to hear of something: `what` is `check`, `deadline` or `answer`, `subject` the programme or the turn that
 * asked. Of a check `interview` is what it stood at, and `rules` the version of them that the person has heard of.
 */
export type SubscriptionTable = {
  id: Generated<number>
  conversation: string
  what: string
  subject: string
  language: string
  channel: string
  interview: JsonOrNull<unknown>
  rules: string | null
  agreed_on: string
  agreed_at: Instant
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/**
 * Something to tell, once for each event: `waiting` to be sent or for the person to come back, `sending`, `sent`, or `unsure`
 * where the sender ended before it heard whether it was taken. `due_at` is when a channel may send it, null where it waits for
 * the person. `reply` goes once it is told.
 */
export type DeliveryTable = {
  id: Generated<string>
  subscription: number
  conversation: string
  event: string
  reply: JsonOrNull<unknown>
  state: Generated<string>
  due_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  created_at: Instant
  done_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/**
 * A secret link to a check that stands under a code: its `owner` sees and settles all, a `colleague` answers the `facts`
 * asked of them. `token_hash` is the SHA-256 of what stands in the address, in hexadecimal digits.
 */
export type ShareLinkTable = {
  id: string
  code: string
  token_hash: string
  kind: ColumnType<'owner' | 'colleague'>
  role: string
  facts: JSONColumnType<string[]>
  language: ColumnType<'zh' | 'en', 'zh' | 'en' | undefined, 'zh' | 'en'>
  /** How often its secret was renewed. */
  renewals: Generated<number>
  created_at: Instant
  used_at: Instant
  revoked_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

/** What a colleague answered; null is 不清楚. `remark` is masked. */
export type ColleagueAnswerTable = {
  link: string
  fact: string
  answer: JsonOrNull<unknown>
  said: JsonOrNull<unknown>
  remark: string
  given_on: string
}

/** A piece of evidence that somebody has at hand, by its id in the programme; `role` is '' for who holds the check. */
export type EvidenceTickTable = { code: string; item: string; role: string; ticked_on: string }

/** A message whose keyboard was pressed, and the update that told of it; gone with the chat. */
export type TelegramPressTable = { bot: string; chat: string; message: number; update_id: number }

/** What a model picked, in our own names, by what the pick depends on. */
export type ModelChoiceTable = {
  key: string
  chosen: ColumnType<unknown, string, string>
  used_at: ColumnType<Date, Date | string, Date | string>
}

/** What a model has cost on a day, YYYY-MM-DD. */
export type ModelUsageTable = { day: string; tokens: number }

/** The vector of a clause by an embedder of an endpoint; `digest` is of the text that it stands for. */
export type ClauseMeaningTable = { notice: string; clause: string; embedder: string; digest: string; vector: string }

/** The tables, as Kysely sees them. Row types: `Selectable<NoticeTable>` and the like. */
export type Schema = StaffSchema & {
  notice: NoticeTable
  removed_notice: RemovedNoticeTable
  clause: ClauseTable
  statement: StatementTable
  index_state: IndexStateTable
  posting: PostingTable
  clause_block: ClauseBlockTable
  conversation: ConversationTable
  shared_interview: SharedInterviewTable
  share_link: ShareLinkTable
  colleague_answer: ColleagueAnswerTable
  evidence_tick: EvidenceTickTable
  turn: TurnTable
  turn_queue: TurnQueueTable
  reply: ReplyTable
  feedback: FeedbackTable
  chat: ChatTable
  subscription: SubscriptionTable
  delivery: DeliveryTable
  telegram_update: TelegramUpdateTable
  telegram_chat: TelegramChatTable
  telegram_press: TelegramPressTable
  clause_meaning: ClauseMeaningTable
  model_choice: ModelChoiceTable
  model_usage: ModelUsageTable
}

export type Database = Kysely<Schema>
