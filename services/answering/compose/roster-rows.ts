import { cellOf, type RosterRow } from '../../roster/roster.ts'
import { mostRows } from '../decide/roster-finding.ts'
import type { RosterNames } from './roster-names.ts'

/** Characters of names in a line, and where all are asked for. */
const longestLine = 300
const longestWhole = 2400

/** A row with all it says: its list and number, the unit, and its other columns. `list` '' where the list was named before. */
export function rowLine({ texts, column, value, isEnglish }: RosterNames, row: RosterRow, list = ''): string {
  const cells = row.roster.columns.shown
    .map((label) => [column(label), cellOf(row, label)] as const)
    .filter(([, cell]) => cell !== '')
    .map(([label, cell]): [string, string] => [label, isEnglish ? value(cell) : cell])
  return texts.row(list, row.seq, row.unit, cells)
}

/** The first rows, each under the name of its list. */
export const rowLines = (names: RosterNames, rows: readonly RosterRow[]): string[] => [
  ...(rows.length > mostRows ? [names.texts.shown(mostRows)] : []),
  ...rows.slice(0, mostRows).map((row) => rowLine(names, row, names.list(row.roster))),
]

/**
 * Units by name with their running numbers, cut where the line grows too long unless all are asked for.
 *
 * @param lines How many such lines the answer has.
 */
export function unitNames({ texts }: RosterNames, rows: readonly RosterRow[], isWhole: boolean, lines = 1): string {
  const names: string[] = []
  for (const { unit } of rows) {
    if (names.join('、').length + unit.length > (isWhole ? longestWhole : longestLine / lines)) break
    names.push(unit)
  }
  const [first, last] = [rows[0]?.seq, rows.at(-1)?.seq]
  const isRun = first !== undefined && last !== undefined && last - first === rows.length - 1
  return `${texts.names(names, names.length === rows.length)}${isRun ? texts.numbers(first, last) : ''}`
}
