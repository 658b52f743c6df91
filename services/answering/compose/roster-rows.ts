import { rosters as texts } from '../../../prompts/rosters.ts'
import { cellOf, type Roster, type RosterRow } from '../../roster/roster.ts'
import { mostRows } from '../decide/roster-finding.ts'
import { listNames } from './roster-names.ts'

/** Characters of names in a line, and where all are asked for. */
const longestLine = 300
const longestWhole = 2400

/** A row with all it says: its list and number, the unit, and its other columns. `list` '' where the list was named before. */
export function rowLine(row: RosterRow, list = ''): string {
  const number = row.seq === undefined ? '' : `序号${row.seq}`
  const cells = row.roster.columns.labels
    .map((column) => [column, cellOf(row, column)] as const)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `，${column}：${value}`)
  const place = `${list}${number}`
  return `${place}${place && '：'}${row.unit}${cells.join('')}`
}

/** The first rows, each under the name of its list. */
export const rowLines = (rows: readonly RosterRow[], among: Roster[]): string[] => [
  ...(rows.length > mostRows ? [texts.shown(mostRows)] : []),
  ...rows.slice(0, mostRows).map((row) => rowLine(row, listNames(among)(row.roster))),
]

/**
 * Units by name with their running numbers, cut where the line grows too long unless all are asked for.
 *
 * @param lines How many such lines the answer has.
 */
export function unitNames(rows: readonly RosterRow[], isWhole: boolean, lines = 1): string {
  const names: string[] = []
  for (const { unit } of rows) {
    if (names.join('、').length + unit.length > (isWhole ? longestWhole : longestLine / lines)) break
    names.push(unit)
  }
  const [first, last] = [rows[0]?.seq, rows.at(-1)?.seq]
  const isRun = first !== undefined && last !== undefined && last - first === rows.length - 1
  const more = names.length < rows.length ? texts.more : ''
  return `${names.join('、')}${more}${isRun ? texts.numbers(first, last) : ''}。`
}
