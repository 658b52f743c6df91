import { cleanText, squeeze } from '../language/clean-text.ts'
import { numberedColumn, type Table, type TableRow } from './parse-table.ts'
import type { Paragraph } from './read-paragraphs.ts'

/** What stands in each column; undefined where the cell before goes on. */
type GridRow = (string | undefined)[]

/** Whether lines of a table mark where cells begin, as tables of imported files do. */
export const isGrid = (lines: Paragraph[]): boolean => lines.some((line) => line.raw.includes('\t|'))

const readRow = (raw: string): GridRow =>
  raw.split('\t').map((part, at) => (at > 0 && part.trim() === '' ? undefined : cleanText(part.replace(/^\|/u, ''))))

/**
 * Reads a table whose lines mark where cells begin: a tab before each column, `|` before each cell but the first. The
 * header takes as many rows as it is deep; a column under two headings is called by both.
 *
 * @param lines At least one, kind `cells`, in order.
 */
export function parseGrid(lines: Paragraph[]): Table {
  const rows = lines.map((line) => readRow(line.raw))
  const depth = headerDepth(rows)
  const width = Math.max(...rows.map((row) => row.length))
  const columns = namesOf(rows.slice(0, depth), width)
  const named = columns.findIndex((name) => /^(?:序号|编号|项次)$/u.test(squeeze(name)))
  const body = carryDown(rows.slice(depth).map((row) => fill(shiftBack(row, named), width)))
  const numbered = named < 0 ? numberedColumn(body, width) : named
  return {
    headers: lines.slice(0, depth),
    columns,
    rows: body.map((cells, at): TableRow => {
      const number = cells[numbered] ?? ''
      return {
        paragraph: lines[depth + at]!,
        text: textOf(cells, rows[depth + at]!),
        ...(/^\d{1,9}$/u.test(number) && { number: Number(number) }),
        ...(numbered > 0 && { group: cells[numbered - 1]! }),
        cells: Object.fromEntries(columns.map((name, column) => [name, cells[column]!])),
      }
    }),
  }
}

/** The cells as they stand in the line, with those carried down before them. */
const textOf = (cells: string[], row: GridRow): string =>
  cells.filter((cell, at) => cell !== '' && (at === 0 || at >= row.length || row[at] !== undefined)).join(' | ')

/** Rows of the header: a heading over several columns has theirs below it, beside the headings that are repeated. */
function headerDepth(rows: GridRow[]): number {
  let depth = 1
  while (depth < rows.length - 1) {
    const [above, below] = [rows[depth - 1]!, rows[depth]!]
    const single = above.flatMap((cell, at) => (cell !== undefined && above[at + 1] !== undefined ? [at] : []))
    const isOver = above.slice(1).includes(undefined) && above.some((cell, at) => at > 0 && cell !== undefined)
    const isRepeated =
      single.length > 0 && single.filter((at) => at < above.length - 1).every((at) => above[at] === below[at])
    if (!isOver || !isRepeated || below.every((cell, at) => cell === above[at])) break
    depth++
  }
  return depth
}

/**
 * Sets right a row that left out the merged cells before its number and made its last cell as much wider: some
 * programs write merged cells so.
 */
function shiftBack(row: GridRow, numbered: number): GridRow {
  const missing = row.length - 1 - row.findLastIndex((cell) => cell !== undefined)
  const isShifted = missing > 0 && missing <= numbered && /^\d+$/u.test(row[numbered - missing] ?? '')
  if (!isShifted || /^\d+$/u.test(row[numbered] ?? '')) return row
  return [...Array.from({ length: missing }, () => ''), ...row.slice(0, -missing)]
}

/** The cell of every column: one over several columns holds for each, one from side to side stands in the first. */
function fill(row: GridRow, width: number): string[] {
  const isBand = row.length > 1 && row.slice(1).every((cell) => cell === undefined)
  let last = ''
  return Array.from({ length: width }, (_, at) => {
    last = row[at] ?? (isBand || at >= row.length ? '' : last)
    return last
  })
}

function namesOf(headers: GridRow[], width: number): string[] {
  const filled = headers.map((row) => fill(row, width))
  const names: string[] = []
  for (let at = 0; at < width; at++) {
    const name = [...new Set(filled.map((row) => row[at]!))].filter(Boolean).join('·') || `列${at + 1}`
    names.push(names.includes(name) ? `${name}${at + 1}` : name)
  }
  return names
}

/** Empty cells at the beginning of a row are those of the row above, where a merged cell went on over a page. */
function carryDown(rows: string[][]): string[][] {
  let above: string[] = []
  return rows.map((cells) => {
    const first = cells.findIndex((cell) => cell !== '')
    above = cells.map((cell, at) => (at < first ? (above[at] ?? cell) : cell))
    return above
  })
}
