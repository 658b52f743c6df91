import type { Catalogue, Entry } from '../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../knowledge/kept.ts'
import { type Columns, readColumns } from './columns.ts'
import { type Label, readLabel, type RosterAction } from './label.ts'

/** A table of a notice that names units: an annex with participants, a list of bases, of scholars. */
export type Roster = {
  /** The annex or heading that it stands under; undefined where it stands under none. */
  head: Entry | undefined
  label: Label
  columns: Columns
  rows: RosterRow[]
}

/** One row: a unit, what it is grouped under, and what the notice's metadata says of its list. */
export type RosterRow = {
  roster: Roster
  entry: Entry
  unit: string
  /** The project it is listed under, or the first other column; '' where the table has none. */
  project: string
  /** Running number in its own list: lists number alike. */
  seq?: number
  batch?: 1 | 2
  action?: RosterAction
}

/** Every roster of the notices, in the order of the text; the same array for the same notices. */
export const rostersOf = keptFor((catalogue: Catalogue): Roster[] =>
  [...tablesOf(catalogue).values()].flatMap((entries) => readRoster(catalogue, entries)),
)

/** The rows of all rosters, in the order of the text; the same array for the same notices. */
export const rosterRows = keptFor((catalogue: Catalogue): RosterRow[] =>
  rostersOf(catalogue).flatMap((roster) => roster.rows),
)

/** What a cell of a row says. */
export const cellOf = (row: RosterRow, column: string): string => row.entry.clause.cells?.[column] ?? ''

/** The project that a row is listed under; '' where its list has no such column. */
export function projectOf(row: RosterRow): string {
  const column = row.roster.columns.labels.find(isProjectColumn)
  return column === undefined ? '' : cellOf(row, column)
}

export const isProjectColumn = (name: string): boolean => /项目(?:名称)?$/u.test(name)

/** The rows under one heading that have the same columns: two tables may stand under one. */
function tablesOf({ entries }: Catalogue): Map<string, Entry[]> {
  const rows = entries.filter(({ clause }) => clause.kind === 'row' && clause.cells)
  return Map.groupBy(rows, ({ notice, clause }) => {
    const table = clause.id.replace(/\.r\d+$/u, '')
    return [notice.id, table, clause.parent, ...Object.keys(clause.cells ?? {})].join('#')
  })
}

function readRoster(catalogue: Catalogue, entries: Entry[]): Roster[] {
  const [first] = entries
  const head = first?.parent
  const columns = readColumns(
    entries.map(({ clause }) => clause.cells ?? {}),
    head ? head.own : '',
  )
  if (!first || !columns) return []
  const roster: Roster = { head, label: readLabel(catalogue, first, head), columns, rows: [] }
  const project = columns.labels.find((name) => /项目/u.test(name)) ?? columns.labels[0]
  roster.rows = entries
    .filter(({ clause }) => clause.cells?.[columns.unit])
    .map((entry) => {
      const cells = entry.clause.cells!
      const seq = columns.number === undefined ? undefined : Number(cells[columns.number])
      const { batch, action } = roster.label
      return {
        roster,
        entry,
        unit: cells[columns.unit]!,
        project: project === undefined ? '' : (cells[project] ?? ''),
        ...(seq !== undefined && !Number.isNaN(seq) ? { seq } : {}),
        ...(batch === undefined ? {} : { batch }),
        ...(action === undefined ? {} : { action }),
      }
    })
  return [roster]
}
