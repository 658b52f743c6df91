import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import type { ValueKind } from '../../knowledge/finding/values.ts'
import type { Hit } from '../../knowledge/searching/search-clauses.ts'
import type { Action, ReplyKind } from '../reply.ts'
import type { Question } from './question.ts'
import type { Scope } from './scope-fit.ts'
import type { Ranked } from './retrieve/rank.ts'
import type { Scored } from './score-entries.ts'

/** How an answer ends: each status has its kind of reply, and the log and the console count by it. */
export const statuses = {
  answered: 'answer',
  listed: 'answer',
  compared: 'answer',
  corrected: 'answer',
  'deadline-passed': 'answer',
  roster: 'roster',
  'not-in-roster': 'not-found',
  'not-found': 'not-found',
  clarify: 'clarify',
  'small-talk': 'info',
  curated: 'answer',
  attached: 'answer',
} as const satisfies Record<string, ReplyKind>

export type Status = keyof typeof statuses

/** An answer before it becomes a reply: its text, the clauses it rests on, and what a follow-up leans on. */
export type Answer = {
  status: Status
  text: string
  rests: Entry[]
  actions?: Action[]
  /** How it may be said in other words: from which clauses, named how, and what must be said after them. */
  retelling?: { entries: Entry[]; source: string; after: string[] }
  /** What the answer was about, for a follow-up that leaves it out. */
  scope?: Scope | undefined
  /** The programmes held against each other, for a further point to compare. */
  sides?: Scope[]
  /** The clauses listed, in order, for 「第三条」. */
  list?: Entry[]
}

/** What a conversation remembers between turns. */
export type Memory = {
  scope?: Scope | undefined
  /** The last question without what says which notice is meant. */
  content?: string | undefined
  list?: { notice: string; clause: string }[] | undefined
  sides?: Scope[] | undefined
  /** Whether the last answer was from the lists of units. */
  roster?: boolean | undefined
  /** What the last question asked for: kind of value and aspects. */
  value?: { kind: ValueKind; unit: string } | undefined
  aspects?: string[] | undefined
  /** The clauses the last answer rested on, best first. */
  rests?: { notice: string; clause: string }[] | undefined
}

/** Clauses by the learned ranking, best first, and the probability that the best one answers, 0 … 1. */
export type Found = { ranked: Ranked[]; probability: number }

/** All that a step of the answering path looks at. Nothing in it changes. */
export type Inquiry = {
  catalogue: Catalogue
  question: Question
  memory: Memory
  /** The day on which windows are judged, YYYY-MM-DD. */
  today: string
  hits: Hit[]
  /** Candidates, best first. */
  ranked: Scored[]
  found: Found
}

/** One way of answering; passes with undefined when the question is not of its kind. */
export type Step = (inquiry: Inquiry) => Answer | undefined
