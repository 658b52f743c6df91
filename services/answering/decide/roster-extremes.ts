import { cellOf, type RosterRow } from '../../roster/roster.ts'
import type { RosterFinding } from './finding.ts'
import { type Asking, isWithin } from './roster-asking.ts'
import { rosterFinding } from './roster-finding.ts'

const most = /最(?:多|大|高|长|早)/u
const least = /最(?:少|小|低|短)/u
/** Signs of the names of columns that say only that they count. */
const counting = /[数量额总合计（）()\s]/gu

/** The column of figures that a text speaks of: 座位数 for 多少座, 座位最多. */
export function figureAsked(text: string, rows: readonly RosterRow[]): string | undefined {
  const figures = new Set(rows.flatMap(({ roster }) => roster.columns.figures))
  return [...figures].find((name) => [...name.replace(counting, '')].some((sign) => text.includes(sign)))
}

/** The rows in which a figure is largest, or smallest, among those under the values that a question names. */
export function findExtremes(asking: Asking): RosterFinding | undefined {
  const { text, reading } = asking
  const wanted = [...(most.test(text) ? [Math.max] : []), ...(least.test(text) ? [Math.min] : [])]
  const column = wanted.length > 0 ? figureAsked(text, reading.rows) : undefined
  if (column === undefined || reading.units.length > 0) return undefined
  const figured = reading.rows
    .filter((row) => isWithin(reading, row))
    .map((row) => ({ row, figure: Number(cellOf(row, column).replace(/[,，]/gu, '') || Number.NaN) }))
    .filter(({ figure }) => !Number.isNaN(figure))
  if (figured.length < 2) return undefined
  const figures = figured.map(({ figure }) => figure)
  const rows = wanted.flatMap((of) => figured.filter(({ figure }) => figure === of(...figures)).map(({ row }) => row))
  return rosterFinding(asking, [{ part: 'rows', rows }], rows)
}
