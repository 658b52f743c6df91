import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Action, Reply, ReplyKind } from '../reply.ts'
import type { CueName } from './understand/cues.ts'
import type { Question, Scope } from './understand/question.ts'
import type { Ranked } from './retrieve/features.ts'
import type { Said } from '../../knowledge/statements/statement.ts'
import type { Reading } from './retrieve/reading.ts'

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

/**
 * Which questions to go on with: of a programme or notice, those on some aspects first, some of them alone, or one of them
 * at the end.
 */
export type Offers = { of: Scope; near?: readonly string[]; only?: readonly string[]; last?: string }

/** An answer before it becomes a reply: its text, the clauses it rests on, and what a follow-up leans on. */
export type Answer = {
  status: Status
  text: string
  /** The answer in one line, with which the text begins. */
  lead?: string | undefined
  rests: Entry[]
  /** Status `not-found`: the closest clause, offered and not claimed. */
  nearest?: Entry | undefined
  /** Which questions to go on with, where nothing was answered. */
  offers?: Offers | undefined
  /** Comparisons and lists; `rest` is the place of the clause in `rests`. */
  table?: { columns: string[]; rows: { text: string; rest?: number }[][] }
  actions?: Action[]
  copies?: Reply['copies']
  downloads?: Reply['downloads']
  /** What the answer was about, for a follow-up that leaves it out. */
  scope?: Scope | undefined
  /** The programmes held against each other, for a further point to compare. */
  sides?: Scope[]
  /** The answer by staff that it is. */
  faq?: number
  /** The clauses listed, in order, for 「第三条」. */
  list?: Entry[]
}

/** What a conversation remembers between turns. */
export type Memory = {
  scope?: Scope | undefined
  /** Other scopes spoken of before, the last one last. */
  earlier?: Scope[] | undefined
  /** The last question without what says which notice is meant. */
  content?: string | undefined
  list?: { notice: string; clause: string }[] | undefined
  sides?: Scope[] | undefined
  /** The unit of a list that was asked about, as long as its notice is. */
  unit?: string | undefined
  /** What was asked back, in the order of the numbers shown: 「2」 picks the second. */
  choices?: Scope[] | undefined
  /** Whether the last answer was from the lists of units. */
  roster?: boolean | undefined
  /** The aspects that the last question asked for. */
  aspects?: string[] | undefined
  /** What it asked for, by its cues. */
  cues?: CueName[] | undefined
  /** What has been asked of the scope, by the keys of the questions that are offered. */
  heard?: string[] | undefined
  /** Whether the person writes English. */
  english?: boolean | undefined
  /** The clauses the last answer rested on, best first. */
  rests?: { notice: string; clause: string }[] | undefined
}

/** All that a step of the answering path looks at. Nothing in it changes. */
export type Inquiry = {
  catalogue: Catalogue
  question: Question
  memory: Memory
  /** The day on which windows are judged, YYYY-MM-DD. */
  today: string
  /** Programmes whose criteria judge figures that people give. */
  programmes: readonly ResolvedProgramme[]
  /** Statements that may be said in other words than the notice's. */
  said: Said
  /** What ranking looks at, to rank within one part of the notices. */
  reading: Reading
  /** Clauses, best first. */
  ranked: Ranked[]
  /** That the best one answers, 0 … 1. */
  probability: number
}
