import type { Scope } from '../answering/understand/question.ts'

/**
 * How far an answer by staff has come: written but not in use, in use, back in the queue since a clause of it changed, or
 * taken away (and kept for those who want it back).
 */
export const faqStates = ['draft', 'published', 'returned', 'deleted'] as const

export type FaqState = (typeof faqStates)[number]

/**
 * A clause as it was when the answer was reviewed: its words (those of before had only a hash of them), and which notice had
 * replaced its own by then, and which had amended it.
 */
export type PinnedClause = {
  notice: string
  clause: string
  hash: string
  quote?: string
  replacedBy?: string
  amendedBy?: string[]
}

/** `reviewed` says what notices say, with their clauses; `office` what no notice says, in the office's name. */
export const faqKinds = ['reviewed', 'office'] as const

export type FaqKind = (typeof faqKinds)[number]

/** What staff write. With an empty `answer` the clauses themselves are the answer. */
export type FaqContent = {
  state: FaqState
  kind?: FaqKind | undefined
  answer: string
  wordings: string[]
  clauses: PinnedClause[]
  /** What it holds for, where its clauses don't say. */
  scope?: Scope | undefined
  /** Of an office answer: in what role its author says so, and the last day it holds (YYYY-MM-DD). */
  authorRole?: string | undefined
  expiresOn?: string | undefined
}

/** An answer by staff; `reviewedOn` is the day (YYYY-MM-DD) on which `reviewer` last read it. */
export type Faq = FaqContent & {
  id: number
  group: number | undefined
  reviewedOn: string
  reviewer: string
  returnedBecause: string | undefined
  updatedAt: Date
  /** Moved on by each change. */
  version: number
}

/** As much of an answer by staff as answering needs. */
export type AnsweringFaq = Pick<Faq, 'answer' | 'wordings' | 'clauses' | 'reviewedOn'> &
  Partial<Pick<Faq, 'id' | 'scope' | 'kind' | 'reviewer' | 'authorRole' | 'expiresOn'>>

/** What became of a change: made, or refused since the answer is no longer what it was made from. */
export type Change = { kind: 'changed'; faq: Faq } | { kind: 'stale'; stored: Faq; submitted: FaqContent }
