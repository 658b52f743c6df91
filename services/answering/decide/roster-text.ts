import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { rosters as texts } from '../../../prompts/rosters.ts'
import { cellOf, type Roster, type RosterRow } from '../../roster/roster.ts'
import type { Answer } from '../answer.ts'
import type { Asking } from './roster-asking.ts'
import { listName } from './roster-lists.ts'

/** Rows shown one by one at most, and characters of names shown in a line. */
export const mostRows = 12
const longestLine = 300
/** Names shown where all are asked for. */
const longestWhole = 2400

/** What a list is called. */
export const nameOfList = ({ reading }: Asking, roster: Roster): string =>
  listName(roster, reading.rosters.includes(roster) ? reading.rosters : [roster])

/** A row with all it says: its list and number, the unit, and its other columns. `list` false where the list was named before. */
export function rowLine(asking: Asking, row: RosterRow, list = true): string {
  const number = row.seq === undefined ? '' : `序号${row.seq}`
  const cells = row.roster.columns.labels
    .map((column) => [column, cellOf(row, column)] as const)
    .filter(([, value]) => value !== '')
    .map(([column, value]) => `，${column}：${value}`)
  const place = `${list ? nameOfList(asking, row.roster) : ''}${number}`
  return `${place}${place && '：'}${row.unit}${cells.join('')}`
}

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

/** Where rows stand, in words: the notice with the list, or with how many of its lists. */
export function placeOfRows(asking: Asking, rows: readonly RosterRow[]): string {
  const byNotice = Map.groupBy(rows, (row) => row.entry.notice)
  return [...byNotice]
    .map(([notice, own]) => {
      const lists = [...new Set(own.map((row) => row.roster))].map((roster) => nameOfList(asking, roster))
      return lists.length > 1
        ? texts.several(notice.shortTitle, lists.length)
        : texts.one(notice.shortTitle, lists[0] ?? '')
    })
    .join('和')
}

/** An answer that rests on rows, and on other clauses that it quotes. */
export function rosterAnswer(lines: string[], rows: readonly RosterRow[], further: readonly Entry[] = []): Answer {
  const entries = rows.map(({ entry }) => entry)
  return {
    status: 'roster',
    text: lines.filter((line) => line !== '').join('\n'),
    rests: [...entries, ...further],
    scope: { notice: entries[0]?.notice.id ?? further[0]?.notice.id ?? '' },
    ...(entries.length > 0 ? { list: entries } : {}),
  }
}
