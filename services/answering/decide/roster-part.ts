import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Roster, RosterRow } from '../../roster/roster.ts'

/** What rows have in common: values of a column, or the title of their list. */
export type GroupName = { values: string[] } | { title: string }

/** Where something was looked for: in groups of rows, in lists, or in all lists of a notice. */
export type Looked = { groups: string[] } | { lists: Roster[] } | { notice: string }

/** One thing found in lists of units; each is told in a line or a few. */
export type RosterPart =
  /** The rows of the units named. */
  | { part: 'found'; names: string[]; rows: readonly RosterRow[]; isConfirmed: boolean }
  /** Units that stand in other lists or groups than the one asked about. */
  | { part: 'elsewhere'; names: string[]; looked: Looked; rows: readonly RosterRow[] }
  | { part: 'rows'; rows: readonly RosterRow[] }
  /** The rows of one group. `lacks`: a name asked for that is not among them. */
  | {
      part: 'members'
      name: GroupName
      rows: readonly RosterRow[]
      isWhole: boolean
      isDetailed: boolean
      lacks?: string
    }
  /** The units of a kind in one list, by group ('' for none). */
  | {
      part: 'of-kind'
      kind: string
      roster: Roster
      groups: { name: string; rows: readonly RosterRow[] }[]
      isWhole: boolean
    }
  /** How the rows of a list fall into the values of a column. */
  | { part: 'groups'; roster: Roster; column: string; groups: { name: string; count: number }[] }
  /** A whole list; `lists` is how many are told. */
  | { part: 'list'; roster: Roster; isWhole: boolean; lists: number }
  | { part: 'all-in'; name: GroupName; count: number; roster: Roster }
  | { part: 'count'; name: GroupName; count: number }
  /** A name that no list has; `isUnit` where it reads as that of a unit or a place. */
  | { part: 'absent'; name: string; looked: Looked; lists: Roster[]; isUnit: boolean }
  /** The name of the person's unit, which is not known. */
  | { part: 'whose' }
  /** What the units have to hand in; `closed` is the last day, YYYY-MM-DD, once it has passed. */
  | { part: 'duty'; entry: Entry; sentence: string; closed: string | undefined }
  /** The titles that mails are to have, as a clause prescribes; `said` are its words. */
  | { part: 'titles'; titles: readonly string[]; rule: { entry: Entry; said: string } }
