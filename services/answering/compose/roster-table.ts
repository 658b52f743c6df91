import { rosters as texts } from '../../../prompts/rosters.ts'
import { cellOf, type Roster, type RosterRow } from '../../roster/roster.ts'
import type { Answer } from '../answer.ts'
import type { RosterFinding } from '../decide/finding.ts'
import type { RosterPart } from '../decide/roster-part.ts'
import { listNames } from './roster-names.ts'
import type { Language } from './told.ts'

/** Rows of a table at most: the longest list shown whole, and no more than a page can hold. */
const mostRows = 200

/** What was found as a table with the columns of its lists: their rows, or how many each group has. Undefined for less than two rows. */
export function rosterTable({ parts, among, rests }: RosterFinding, language: Language): Answer['table'] {
  const counts = parts.filter((part) => part.part === 'groups')
  if (counts.length > 0) return countsTable(counts, among, language)
  const rows = [...new Set(parts.flatMap(rowsOf))].slice(0, mostRows)
  if (rows.length < 2) return undefined
  const rosters = [...new Set(rows.map((row) => row.roster))]
  const columns = columnsOf(rosters, rows, among, language)
  return {
    columns: columns.map(({ head }) => head),
    rows: rows.map((row) => {
      const rest = rests.indexOf(row.entry)
      return columns.map(({ textOf }) => ({ text: textOf(row), ...(rest >= 0 && { rest }) }))
    }),
  }
}

function rowsOf(part: RosterPart): readonly RosterRow[] {
  switch (part.part) {
    case 'found':
    case 'elsewhere':
    case 'rows':
    case 'members':
      return part.rows
    case 'of-kind':
      return part.groups.flatMap(({ rows }) => rows)
    case 'list':
      return part.roster.rows
    default:
      return []
  }
}

type Column = { head: string; textOf: (row: RosterRow) => string }

/** The list where there are several, the running number, the unit, and what else the lists say, each under its own header. */
function columnsOf(
  rosters: readonly Roster[],
  rows: readonly RosterRow[],
  among: Roster[],
  language: Language,
): Column[] {
  const name = listNames(among)
  const [first] = rosters
  const labels = [...new Set(rosters.flatMap(({ columns }) => columns.labels))]
  return [
    ...(rosters.length > 1
      ? [{ head: texts.columns.list[language], textOf: (row: RosterRow) => name(row.roster) }]
      : []),
    ...(rows.some(({ seq }) => seq !== undefined)
      ? [{ head: first?.columns.number ?? '', textOf: ({ seq }: RosterRow) => String(seq ?? '') }]
      : []),
    { head: first?.columns.unit ?? '', textOf: ({ unit }) => unit },
    ...labels.map((label): Column => ({ head: label, textOf: (row) => cellOf(row, label) })),
  ]
}

/** How many each group has; the list before it where there are several. */
function countsTable(
  parts: readonly Extract<RosterPart, { part: 'groups' }>[],
  among: Roster[],
  language: Language,
): Answer['table'] {
  const isSeveral = parts.length > 1
  const { list, count } = texts.columns
  return {
    columns: [...(isSeveral ? [list[language]] : []), parts[0]!.column, count[language]],
    rows: parts.flatMap(({ roster, groups }) =>
      groups.map((group) =>
        [...(isSeveral ? [listNames(among)(roster)] : []), group.name, String(group.count)].map((text) => ({ text })),
      ),
    ),
  }
}
