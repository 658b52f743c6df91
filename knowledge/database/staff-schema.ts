import type { ColumnType, Generated } from 'kysely'

/** `jsonb` of a shape that the services know: read as a value, written as JSON text. */
type Json = ColumnType<unknown, string, string>
type JsonOrNull = ColumnType<unknown, string | null | undefined, string | null>
type JsonGenerated = ColumnType<unknown, string | undefined, string>
type Instant = ColumnType<Date, Date | string | undefined, Date | string>
type Id = Generated<number>

/**
 * Questions of one meaning. `terms` are words and clauses of its questions, for finding it; `sense` is what they say together,
 * `examples` what some of them mean, and those that staff have put there; `review`, `note` stand for all of them.
 * `asked_since` counts how often it was asked since it was closed, `returned_because` says why it isn't any more.
 * `tags` are words of staff, each once; `assignee` is the account that looks after it.
 */
export type QuestionGroupTable = {
  id: Id
  scope: string
  terms: string[]
  sense: Json
  examples: JsonGenerated
  review: Generated<string>
  note: Generated<string>
  reviewer: string | null
  reviewed_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
  returned_because: ColumnType<string | null, string | null | undefined, string | null>
  asked_since: Generated<number>
  tags: Generated<string[]>
  assignee: ColumnType<string | null, string | null | undefined, string | null>
}

/**
 * What the console lists of a turn that was a question; it goes with its turn. `day` (YYYY-MM-DD) is the day here, `clause`
 * the first it was answered from, `searched` its words in the form they are looked for.
 */
export type QuestionTable = {
  turn: string
  question_group: number
  created_at: Instant
  day: ColumnType<string, unknown, string>
  channel: string
  status: string
  duration_ms: number
  notice: string | null
  clause: string | null
  programme: string | null
  is_unsure: boolean
  helpful: boolean | null
  searched: string
  faq: ColumnType<number | null, number | null | undefined, number | null>
}

/** How far a conversation has come with a programme's interview; `criteria` of its assessment, once there is one. */
export type InterviewRecordTable = {
  conversation: string
  programme: string
  open_key: string | null
  verdict: string | null
  criteria: JsonOrNull
  is_cancelled: Generated<boolean>
  day: ColumnType<string, unknown, unknown>
  updated_at: Instant
}

/**
 * An answer by staff, or with an empty `answer` the clauses that are the answer. Of the `kind` `office` it is said in the office's
 * name by somebody of `author_role`, up to `expires_on` (YYYY-MM-DD); `scope` is what it holds for, where its clauses don't say.
 */
export type FaqTable = {
  id: Id
  state: string
  answer: string
  wordings: Json
  clauses: Json
  question_group: number | null
  reviewed_on: ColumnType<string, unknown, unknown>
  reviewer: string
  returned_because: string | null
  updated_at: Instant
  version: Generated<number>
  kind: Generated<string>
  scope: JsonOrNull
  author_role: Generated<string>
  expires_on: ColumnType<string | null, string | null | undefined, string | null>
}

/** What is said to a wording that staff have published, as it was when all were asked last. */
export type WordingSaidTable = { faq: number; wording: string; said: Json }

/** A wording to which something else was said than the time before; `because` lists what was not the same any more. */
export type WordingChangeTable = {
  id: Id
  faq: number
  wording: string
  before: Json
  after: Json
  because: Json
  day: ColumnType<string, unknown, unknown>
  at: Instant
}

/** When all wordings were asked last, and in which state of all that answers rest on; one row. */
export type WordingCheckTable = { id: number; state: Json; wordings: number; at: Instant }

/** Two questions (by their turns) of which staff have said whether they ask the same. */
export type GroupDecisionTable = { id: Id; is_same: boolean; one: string; other: string; who: string; at: Instant }

/**
 * Without a `password` an account is signed in by the organisation, where its `identity` is known. `second_factor` is the secret of
 * its one-time codes (base32, sealed where there is a key), `last_code_step` the time step of the last one taken, so that none is taken twice.
 */
export type StaffAccountTable = {
  name: string
  password: string | null
  role: string
  is_disabled: Generated<boolean>
  created_at: Instant
  identity: ColumnType<string | null, string | null | undefined, string | null>
  second_factor: ColumnType<string | null, string | null | undefined, string | null>
  last_code_step: ColumnType<number | null, number | null | undefined, number | null>
  version: Generated<number>
}

/** `hash` is that of the id in the cookie, so that nobody who reads the table can go in with it. */
export type StaffSessionTable = { hash: string; account: string; begun_at: Instant; seen_at: Instant }

export type LoginFailureTable = { id: Id; name_hash: string; address_hash: string; failed_at: Instant }

/** Where an account has signed in from; the address only as its hash. */
export type StaffPlaceTable = { account: string; address_hash: string; seen_at: Instant }

export type AuditTable = {
  id: Id
  at: Instant
  who: string
  action: string
  subject: string
  before: JsonOrNull
  after: JsonOrNull
}

/** What is switched off; what is on has no row. */
export type SwitchTable = { name: string; reason: string }

/**
 * A notice that staff are reading before it is put in use. `told` is what people say of it, `title` as it was read; `scheduled_for`
 * is the day (YYYY-MM-DD) from which it is to be in use, `trouble` why it was not when that came.
 */
export type NoticeDraftTable = {
  id: string
  file_name: string
  source: string
  told: Json
  title: string
  scheduled_for: ColumnType<string | null, string | null | undefined, string | null>
  trouble: ColumnType<string | null, string | null | undefined, string | null>
  author: string
  created_at: Instant
  updated_at: Instant
  version: Generated<number>
}

/** What a model proposes for a draft (`body`), until staff take it or refuse it. */
export type NoticeProposalTable = {
  id: Id
  draft: string
  body: Json
  model: string
  prompt_hash: string
  created_at: Instant
}

/** An edition of a notice that is no longer in use; `is_undone` ones were taken back, so that no way leads back to them. */
export type NoticeEditionTable = {
  id: Id
  notice: string
  title: string
  metadata: Json
  source: string
  is_undone: boolean
  ended_at: Instant
}

/**
 * A programme that staff write. `draft` is what they work on; `published` is in use unless it was withdrawn, and quotes the
 * notice of `notice_metadata` and `notice_source`. `carried` is what became of its rules when the notice changed.
 */
export type ProgrammeTable = {
  id: string
  draft: Json
  published: JsonOrNull
  notice_metadata: JsonOrNull
  notice_source: string | null
  author: string
  updated_at: Instant
  publisher: string | null
  published_at: ColumnType<Date | null, Date | string | null | undefined, Date | string | null>
  version: Generated<number>
  carried: JsonOrNull
  is_withdrawn: Generated<boolean>
}

/** What somebody says of a rule as it was then (`rule`, a hash), with the cases they laid beside it. */
export type ProgrammeRemarkTable = {
  id: Id
  programme: string
  criterion: string
  is_right: boolean | null
  remark: string
  rule: string
  cases: Json
  who: string
  at: Instant
}

/** The edition of an added notice of which programmes were drafted. */
export type DraftedNoticeTable = { notice: string; edition: string }

export type StaffSchema = {
  programme: ProgrammeTable
  programme_remark: ProgrammeRemarkTable
  drafted_notice: DraftedNoticeTable
  question_group: QuestionGroupTable
  question: QuestionTable
  interview_record: InterviewRecordTable
  faq: FaqTable
  wording_said: WordingSaidTable
  wording_change: WordingChangeTable
  wording_check: WordingCheckTable
  group_decision: GroupDecisionTable
  staff_account: StaffAccountTable
  staff_session: StaffSessionTable
  login_failure: LoginFailureTable
  staff_place: StaffPlaceTable
  audit: AuditTable
  switch: SwitchTable
  notice_draft: NoticeDraftTable
  notice_edition: NoticeEditionTable
  notice_proposal: NoticeProposalTable
}
