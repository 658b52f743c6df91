import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Catalogue, Entry, ProgrammeMention } from '../../../knowledge/finding/catalogue.ts'
import type { ValueKind } from '../../../knowledge/finding/values.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import type { Condition } from '../../eligibility/document-conditions.ts'
import type { Facts } from '../../eligibility/document-facts.ts'
import type { Inquiry, Offers, Status } from '../answer.ts'
import type { Scope } from '../understand/question.ts'
import type { SmallTalk } from '../understand/small-talk.ts'
import type { AlignedRow } from './aligned-rows.ts'
import type { RosterPart } from './roster-part.ts'
import type { Roster, RosterRow } from '../../roster/roster.ts'
import type { UnitCard } from '../../roster/unit-card.ts'

/** A clause as the ground of an answer; `newer` is the notice that has replaced its own. */
export type Source = { entry: Entry; newer?: Notice | undefined }

/**
 * What of a clause answers, verbatim; gaps between its sentences are `……`. `opening`: the line that opens its list, where the
 * clause says something else without it. `stated`: what it says that may be said in other words.
 */
export type Quoted = Source & { excerpt: string; opening: Entry | undefined; stated: readonly Statement[] }

/** The clauses that what is quoted stands in. */
export const quotedEntries = (quoted: readonly Quoted[]): Entry[] => [
  ...new Set([...quoted.map(({ entry }) => entry), ...quoted.flatMap(({ opening }) => opening ?? [])]),
]

/** The last day for papers, YYYY-MM-DD, and the days left: 0 on the day itself, negative after it. */
export type Window = { day: string; left: number; takesApplications: boolean }

/** That a notice was put out of force: by which words of which clause, and from which day, YYYY-MM-DD, where one is told. */
export type Ended = { notice: Notice; entry: Entry; quote: string; from?: string }

/** A figure of the person's own held against the checker's rule. */
export type Judgement = {
  comparison: { fact: string; atLeast: number }
  facts: Facts
  condition: Condition
  value: number
  isMet: boolean
}

/** What is said before the clauses: a verdict, what the question supposes wrongly, or what the notice leaves open. */
export type Lead =
  /** `of` is the programme whose criterion judges, where another one was spoken of. */
  | ({ by: 'judgement'; of?: ProgrammeChoice } & Judgement)
  /** Several criteria of a clause may be meant. */
  | { by: 'judgements'; each: readonly Judgement[] }
  | { by: 'premise'; says: 'otherwise' | 'not-allowed' }
  | { by: 'silence'; on: string }
  | { by: 'no-value'; of: ValueKind }
  | { by: 'no-such-rule' }
  /** A statement that may be said; `stretch` where nothing short is true of it alone. */
  | { by: 'statement'; statement: Statement; stretch: string | undefined }
  | { by: 'stretch'; stretch: string }

type Common = {
  status: Status
  /** What to offer to go on with where nothing was answered. */
  offers?: Offers | undefined
  /** The clauses it rests on, best first. */
  rests: Entry[]
  /** What it is about, for a follow-up that leaves it out. */
  scope?: Scope | undefined
  /** What it lists, in order, for 「第三条」. */
  list?: Entry[]
  /** Set on an answer on how or whether to apply once the last day has passed. */
  closed?: Window
  /** Set where its notice has been put out of force. */
  ended?: Ended
  /** Set where no programme was named: those that the same may be asked of, beside the one answered for. */
  others?: { choices: ProgrammeChoice[]; asked: string }
}

/** Clauses that answer. */
export type ClausesFinding = Common & {
  kind: 'clauses'
  /** What is asked for of it: money, places, the contact. */
  aspects: readonly Aspect[]
  lead?: Lead | undefined
  shown: Quoted[]
  /** What the notice replaced by this one says on the same point. */
  older?: Quoted | undefined
}
/** `was`: the last day before another notice moved it. */
export type DeadlineFinding = Common & { kind: 'deadline'; window: Window; quoted: Quoted; was?: string }
/** `stated`: what its points say that may be said in other words, by clause id. */
export type ListFinding = Common & {
  kind: 'list'
  source: Source
  points: Entry[]
  stated: ReadonlyMap<string, readonly Statement[]>
}
/** What one side of a comparison says: a list, or clauses. */
export type ComparedSide = {
  notice: Notice
  programme: ProgrammeMention | undefined
  scope: Scope
  told: ListFinding | Quoted[]
}
/** Sides, and what they say row by row. `isWhole`: all that they state is compared, and the rows are the answer. */
export type ComparisonFinding = Common & {
  kind: 'comparison'
  compared: ComparedSide[]
  rows: AlignedRow[]
  isWhole: boolean
  sides: Scope[]
}
/** What a notice prints of itself; `value` is '' where it prints none, a day is YYYY-MM-DD. */
export type Printed = { what: 'number' | 'day' | 'issuer'; value: string; entry: Entry | undefined }
export type DocumentFinding = Common & { kind: 'document'; notice: Notice; printed: Printed[] }
/** `units`: who answers for it, where it says so. */
export type ProvisionFinding = Common & { kind: 'provision'; source: Source; below: Entry[]; units: readonly string[] }
/** How many provisions a notice numbers. */
export type SeriesFinding = Common & { kind: 'series'; notice: Notice; source: Source; count: number }
export type NoProvisionFinding = Common & { kind: 'no-provision'; notice: Notice; count: number; number: number }
/** Who answers for a measure; `asked` is the unit that the question names. */
export type ResponsibleFinding = Common & {
  kind: 'responsible'
  quoted: Quoted
  units: readonly string[]
  asked: { unit: string; isAmong: boolean } | undefined
}
/** The measures that a unit answers for; `said` is verbatim, its first words where they are many. */
export type DutiesFinding = Common & {
  kind: 'duties'
  unit: string
  notice: Notice
  measures: { entry: Entry; said: string }[]
}
export type RosterFinding = Common & {
  kind: 'roster'
  parts: RosterPart[]
  /** The lists of the notice asked about: a list is named so as to tell it from them. */
  among: Roster[]
  rows: readonly RosterRow[]
  /** The unit, where it is about one alone. */
  unit?: string | undefined
  /** What that unit hands in for these rows. */
  card?: UnitCard | undefined
}
/** Nothing comes after what was shown last; `next` heads what follows in the notice. */
export type NoNextFinding = Common & { kind: 'no-next'; last: Entry; next: Entry | undefined }
export type RefusalReason =
  | { by: 'power' }
  | { by: 'nothing' }
  | { by: 'year'; year: number }
  /** The notice meant is silent on an aspect. */
  | { by: 'aspect'; notice: Notice; aspect: Aspect }
  /** No notice speaks of it; `notice` is the one meant, where one is. */
  | { by: 'detail'; on: string; notice: Notice | undefined }
export type ProgrammeChoice = { notice: Notice; programme: ProgrammeMention }
export type RefusalFinding = Common & {
  kind: 'refusal'
  reason: RefusalReason
  /** The closest clause, offered and not claimed. */
  nearest?: Entry | undefined
  /** Whom to ask instead. */
  contact?: Entry | undefined
}
/** `asked` as typed, to be asked again of the programme chosen. */
export type ClarifyFinding = Common & { kind: 'clarify'; choices: ProgrammeChoice[]; newest: Notice; asked: string }
/** With whom to call and until when papers are taken, of the notice that is spoken of. */
export type SmallTalkFinding = Common & {
  kind: 'small-talk'
  talk: SmallTalk
  contact?: Entry
  window?: Window
  about?: { catalogue: Catalogue; scope: Scope; unit?: string }
  /** What can be done at once: check oneself, against the programme spoken of where it can be checked; look up a unit. */
  canDo?: { check: string | undefined }
}
/** What one message asks, thing by thing. The first leads: status, scope and list are its. */
export type SeveralFinding = Common & { kind: 'several'; findings: Finding[] }

/** What has been found out on a question: which entries answer it, and the figures, days and units that go with them. Never text to be shown. */
export type Finding =
  | ClausesFinding
  | DeadlineFinding
  | ListFinding
  | ComparisonFinding
  | DocumentFinding
  | ProvisionFinding
  | NoProvisionFinding
  | SeriesFinding
  | ResponsibleFinding
  | DutiesFinding
  | RosterFinding
  | NoNextFinding
  | RefusalFinding
  | ClarifyFinding
  | SmallTalkFinding
  | SeveralFinding

/** One way of answering; passes with undefined when the question is not of its kind. */
export type Step = (inquiry: Inquiry) => Finding | undefined
