import { cellOf, isProjectColumn, type Roster, type RosterRow } from '../../roster/roster.ts'
import type { Answer } from '../answer.ts'
import type { RosterFinding } from '../decide/finding.ts'
import type { RosterPart } from '../decide/roster-part.ts'
import type { RosterNames } from './roster-names.ts'

/** Rows of a table at most: the longest list shown whole, and no more than a page can hold. */
const mostRows = 200

/** What was found as a table with the columns of its lists: their rows, or how many each group has. Undefined for less than two rows. */
export function rosterTable({ parts, rests }: RosterFinding, names: RosterNames): Answer['table'] {
  const counts = parts.filter((part) => part.part === 'groups')
  if (counts.length > 0) return countsTable(counts, names)
  const rows = [...new Set(parts.flatMap(rowsOf))].slice(0, mostRows)
  const ofUnit = parts.some(({ part }) => part === 'found') && new Set(rows.map(({ unit }) => unit)).size === 1
  if (rows.length < 2 && !ofUnit) return undefined
  const rosters = [...new Set(rows.map((row) => row.roster))]
  const columns = ofUnit ? placeColumns(rosters, rows, names) : columnsOf(rosters, rows, names)
  return {
    columns: columns.map(({ head }) => head),
    rows: rows.map((row) => {
      const rest = rests.indexOf(row.entry)
      return columns.map(({ textOf }) => ({ text: textOf(row), ...(rest >= 0 && { rest }) }))
    }),
  }
}

function rowsOf(part: RosterPart): readonly RosterRow[] {
  if (part.part === 'list') return part.roster.rows
  if (part.part === 'of-kind') return part.groups.flatMap(({ rows }) => rows)
  return 'rows' in part ? part.rows : []
}

type Column = { head: string; textOf: (row: RosterRow) => string }

/** The list where there are several, the running number, the unit, and what else the lists say, each under its own header. */
function columnsOf(rosters: readonly Roster[], rows: readonly RosterRow[], names: RosterNames): Column[] {
  const { texts, list, column } = names
  const [first] = rosters
  const labels = [...new Set(rosters.flatMap(({ columns }) => columns.shown))]
  return [
    ...(rosters.length > 1 ? [{ head: texts.listColumn, textOf: (row: RosterRow) => list(row.roster) }] : []),
    ...(rows.some(({ seq }) => seq !== undefined)
      ? [{ head: column(first?.columns.number ?? ''), textOf: ({ seq }: RosterRow) => String(seq ?? '') }]
      : []),
    { head: column(first?.columns.unit ?? ''), textOf: ({ unit }) => unit },
    ...labels.map((label): Column => ({ head: column(label), textOf: (row) => cellOf(row, label) })),
  ]
}

/** Where one unit stands: in which list, at which number, with which project and what else the lists say. */
function placeColumns(rosters: readonly Roster[], rows: readonly RosterRow[], names: RosterNames): Column[] {
  const { texts, list, column } = names
  const labels = [...new Set(rosters.flatMap(({ columns }) => columns.shown))]
  return [
    { head: texts.listColumn, textOf: (row) => list(row.roster) },
    ...(rows.some(({ seq }) => seq !== undefined)
      ? [{ head: texts.numberColumn, textOf: ({ seq }: RosterRow) => String(seq ?? '') }]
      : []),
    ...labels.map((label): Column => ({
      head: isProjectColumn(label) ? texts.projectColumn : column(label),
      textOf: (row) => cellOf(row, label),
    })),
  ]
}

/** How many each group has; the list before it where there are several. */
function countsTable(
  parts: readonly Extract<RosterPart, { part: 'groups' }>[],
  { texts, list, column }: RosterNames,
): Answer['table'] {
  const isSeveral = parts.length > 1
  return {
    columns: [...(isSeveral ? [texts.listColumn] : []), column(parts[0]!.column), texts.countColumn],
    rows: parts.flatMap(({ roster, groups }) =>
      groups.map((group) =>
        [...(isSeveral ? [list(roster)] : []), group.name, String(group.count)].map((text) => ({ text })),
      ),
    ),
  }
}
