import { z } from 'zod'
import type { Catalogue } from '../knowledge/finding/catalogue.ts'
import type { Database } from '../knowledge/database/schema.ts'
import type { Notice } from '../knowledge/parsing/notice.ts'
import type { SuspendedProgramme } from '../services/eligibility/warning.ts'
import type { ResolvedProgramme } from '../services/eligibility/resolve-programmes.ts'
import type { Download, DownloadName } from '../services/downloads/download.ts'
import type { ChannelName } from '../services/channel.ts'
import type { InterviewKnowledge } from '../services/interview/message.ts'
import type { Reply } from '../services/reply.ts'
import type { RosterRow } from '../services/roster/roster.ts'
import type { StaffDesk } from './staff/staff-desk.ts'

/** Resolves to undefined where there is no such reply, to `over` where what the file is for has passed. */
export type MakeDownload = (reply: string, name: DownloadName) => Promise<Download | 'over' | undefined>

/**
 * One message of a person. A turn with an id that was taken before changes nothing and gives the same outcome. Where the sender
 * chose the id there is a fingerprint, and with another than the first one had the turn is refused.
 */
export type Turn = {
  id: string
  fingerprint?: string
  conversation?: string
  text: string
  channel: ChannelName
  /** What the sender reads; it counts where the text shows none, such as a command. */
  language?: 'zh' | 'en' | undefined
  /** Whether several people hold its conversation: a self-check isn't held there. */
  isShared?: boolean
}

/** What a turn led to: the conversation it belongs to (a new one for an unknown id) and all its replies in order. */
export type Outcome = { conversation: string; replies: Reply[] }

export const hitSchema = z.object({
  notice: z.string(),
  clause: z.string(),
  heading: z.string(),
  text: z.string(),
  /** Compares only within one search; higher is better. */
  score: z.number(),
})

const unitEntrySchema = z.object({
  unit: z.string(),
  notice: z.string(),
  /** What the list is called. */
  list: z.string(),
  batch: z.union([z.literal(1), z.literal(2)]).optional(),
  project: z.string(),
  seq: z.int().optional(),
  action: z.enum(['final-acceptance', 'mid-term-check']).optional(),
  match: z.enum(['exact', 'alias', 'partial']),
})

export const unitsSchema = z.object({ entries: z.array(unitEntrySchema), prepare: z.array(z.string()) })

export type Hit = z.infer<typeof hitSchema>
export type Units = z.infer<typeof unitsSchema>

export const readinessSchema = z.object({
  database: z.boolean(),
  notices: z.int(),
  /** Parts that are not as they should be though the database answers, in words. */
  faults: z.array(z.object({ part: z.enum(['writing', 'disk']), message: z.string() })).optional(),
  /** Parts that are behind or fail while answers go on: work in the background, an index, the model. */
  lags: z
    .array(z.object({ part: z.enum(['background', 'index', 'model']), name: z.string(), message: z.string() }))
    .optional(),
  embeddings: z.object({ done: z.int(), total: z.int() }).optional(),
  /** Ids of the programmes whose notice has changed under their rules, and of those that can't be checked for now. */
  programmes: z.object({ changed: z.array(z.string()), suspended: z.array(z.string()) }).optional(),
})

export type Readiness = z.infer<typeof readinessSchema>

/** Questions for the first screen, all of them on `about`. */
export type FirstOffers = { about: string; questions: { label: string; send: string }[] }

/**
 * The database, what is known at this moment of programmes, held on today, and the key that the secrets of colleagues' links
 * follow from.
 */
export type ColleagueDesk = { db: Database; known(): InterviewKnowledge; key: string }

/** What the HTTP side needs of the rest of the house; `bot/main.ts` passes the real ones. */
export type AppServices = {
  /**
   * `take` calls `onReply` with each reply as soon as it is known. Rejects when the database is away, and with a Problem when
   * the id was used for another turn.
   */
  conversation: {
    /** Whether there is something to tell somebody who comes back to a conversation. */
    hasNews?(conversation: string): Promise<boolean>
    take(turn: Turn, onReply?: (reply: Reply) => void): Promise<Outcome>
  }
  notices: { list(): Notice[]; find(id: string): Notice | undefined }
  /** The programmes that can be checked, newest first. */
  programmes: readonly ResolvedProgramme[]
  /** Those that can't be checked for now. */
  suspended?: readonly SuspendedProgramme[]
  /** What to offer somebody who comes for the first time; nothing while there are no notices. */
  firstOffers?(language?: 'zh' | 'en'): FirstOffers | undefined | Promise<FirstOffers | undefined>
  /** How a text stands to the limits of the forms' fields, in words; without a text, which limits there are. */
  lengths(text: string, language: 'zh' | 'en'): string
  /** The day on which deadlines are judged, YYYY-MM-DD. */
  today(): string
  search(query: { query: string; limit: number; notice?: string }): Promise<Hit[]>
  units(name: string): Units
  /** The rows of every list of units, with the notices they stand in; the same arrays as long as the notices are the same. */
  rosters: { catalogue: Catalogue; rows: RosterRow[] }
  /** Resolves to false when no such reply was given. */
  feedback: { record(feedback: { reply: string; helpful: boolean; comment?: string }): Promise<boolean> }
  /** The files that go with a reply of kind assessment. */
  downloads: { names: readonly DownloadName[]; make: MakeDownload }
  /** `embeddings`: how many clauses have their vector from the endpoint, where one gives them. */
  ready(): Promise<Readiness>
  /** What the pages of a check that colleagues fill together are made with; without it there are none. */
  colleagues?: ColleagueDesk
  /** What the staff console is made with; without it there is no console. */
  staff?: StaffDesk
}
