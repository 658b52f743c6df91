import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { cellOf, type Roster, type RosterRow } from '../../roster/roster.ts'
import type { RosterFinding } from './finding.ts'
import type { Asking } from './roster-asking.ts'
import type { GroupName, RosterPart } from './roster-part.ts'

/** Rows shown one by one at most. */
export const mostRows = 12

/** A finding from lists of units. @param further Clauses it rests on besides the rows. */
export function rosterFinding(
  { reading }: Asking,
  parts: RosterPart[],
  rows: readonly RosterRow[],
  further: readonly Entry[] = [],
): RosterFinding {
  const entries = rows.map(({ entry }) => entry)
  return {
    kind: 'roster',
    status: 'roster',
    parts,
    among: reading.rosters,
    rows,
    rests: [...entries, ...further],
    unit: onlyUnit(rows),
    scope: { notice: entries[0]?.notice.id ?? further[0]?.notice.id ?? '' },
    ...(entries.length > 0 && { list: entries }),
  }
}

/** The unit of rows that are all of one. */
export function onlyUnit(rows: readonly RosterRow[]): string | undefined {
  const units = new Set(rows.map(({ unit }) => unit))
  return units.size === 1 ? rows[0]?.unit : undefined
}

/** What rows have in common: the few values of their first group column, else the title of their list. */
export function nameOfGroups(rows: readonly RosterRow[]): GroupName {
  const [column] = rows[0]?.roster.columns.groups ?? []
  const values = column === undefined ? [] : [...new Set(rows.map((row) => cellOf(row, column)))]
  return values.length > 0 && values.length <= 3 ? { values } : { title: rows[0]?.roster.label.title ?? '' }
}

/** Rows by their list, in the order in which the lists first occur. */
export const byRoster = (rows: readonly RosterRow[]): [Roster, RosterRow[]][] => [
  ...Map.groupBy(rows, (row) => row.roster),
]
