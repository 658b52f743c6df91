import type { PdfLine, PdfTable } from './pdf-item.ts'
import { type TableCell, tableLines } from './table-lines.ts'

/** Lines that a table without lines around its cells has at least, and columns. */
const fewest = { rows: 3, columns: 2 }
/** How far the cells of a column may begin or end from each other, in em. */
const tolerance = 1.2
/** Rows further apart than this many line heights belong to different tables. */
const widestGap = 4
const label = /^[^：:]{1,8}[：:]/u

type Part = PdfLine['parts'][number]

/**
 * Finds tables that have no lines around their cells: lines one below the other whose parts stand in the same columns.
 * A line that only goes on with cells of the one above it belongs to that row.
 *
 * @param lines In reading order.
 */
export function alignedTables(lines: readonly PdfLine[]): (PdfLine | PdfTable)[] {
  const blocks: (PdfLine | PdfTable)[] = []
  for (let at = 0; at < lines.length;) {
    const run = runFrom(lines, at)
    if (run.length < fewest.rows) blocks.push(lines[at++]!)
    else {
      blocks.push(tableOf(run))
      at += run.length
    }
  }
  return blocks
}

/** The lines of a table that begins at one; fewer than a table has where none does. */
function runFrom(lines: readonly PdfLine[], from: number): PdfLine[] {
  const first = lines[from]!
  if (first.parts.length < fewest.columns) return []
  const run = [first]
  let columns = first.parts
  for (const line of lines.slice(from + 1)) {
    const last = run.at(-1)!
    if (last.y - line.y > widestGap * last.size || !fits(line, columns)) break
    if (line.parts.length > columns.length) break
    columns = columns.map((column, at) => widened(column, line.parts, columns, at))
    run.push(line)
  }
  while (run.length > 0 && run.at(-1)!.parts.length < fewest.columns && run.at(-1)!.parts[0]!.x <= columns[0]!.x + 1)
    run.pop()
  const full = run.filter((line) => line.parts.length === columns.length)
  const labelled = run.flatMap(({ parts }) => parts).filter(({ text }) => label.test(text))
  const isTable = full.length >= fewest.rows && labelled.length * 3 < run.length * columns.length
  return isTable ? run : []
}

/** Whether every part of a line stands in a column of its own, and one at least is not in the first. */
function fits({ parts, size }: PdfLine, columns: readonly Part[]): boolean {
  const places = parts.map((part) => columns.findIndex((column) => isIn(part, column, size)))
  const isInOrder = places.every((place, at) => place >= 0 && (at === 0 || place > places[at - 1]!))
  if (!isInOrder || parts.length >= fewest.columns) return isInOrder
  const [part, column] = [parts[0]!, columns[places[0]!]!]
  return places[0]! > 0 && part.x > column.x - size && part.end < column.end + size
}

const middle = (one: Part): number => (one.x + one.end) / 2

/** How far a part stands from where a column's cells begin, end or have their middle, in points. */
const distance = (part: Part, column: Part): number =>
  Math.min(...[part.x - column.x, part.end - column.end, middle(part) - middle(column)].map(Math.abs))

const nearest = (part: Part, columns: readonly Part[]): number =>
  columns.reduce((best, column, at) => (distance(part, column) < distance(part, columns[best]!) ? at : best), 0)

const isIn = (part: Part, column: Part, size: number): boolean => distance(part, column) < tolerance * size

/** A column as wide as all its cells so far. */
function widened(column: Part, parts: readonly Part[], columns: readonly Part[], at: number): Part {
  const left = columns[at - 1]?.end ?? -Infinity
  const right = columns[at + 1]?.x ?? Infinity
  const own = parts.find((part) => part.x > left && part.end < right)
  return own ? { ...column, x: Math.min(column.x, own.x), end: Math.max(column.end, own.end) } : column
}

function tableOf(run: readonly PdfLine[]): PdfTable {
  const columns = run.reduce((widest, { parts }) => (parts.length > widest.length ? parts : widest), run[0]!.parts)
  const rows: TableCell[][] = []
  for (const line of run) {
    const cells = columns.map((_, from): TableCell => ({ text: '', from, to: from + 1 }))
    for (const part of line.parts) cells[nearest(part, columns)]!.text += part.text
    const above = rows.at(-1)
    if (above && goesOn(run, line, cells)) for (const [at, cell] of cells.entries()) above[at]!.text += cell.text
    else rows.push(cells)
  }
  return { rows: tableLines(rows), y: run[0]!.y }
}

/** Whether a line goes on with cells of the row above it: it has nothing in the first column and follows closely. */
function goesOn(run: readonly PdfLine[], line: PdfLine, cells: readonly TableCell[]): boolean {
  const gaps = run.slice(1).map((one, at) => run[at]!.y - one.y)
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)]!
  const own = gaps[run.indexOf(line) - 1] ?? usual
  return (
    cells[0]!.text === '' &&
    cells.filter(({ text }) => text !== '').length < cells.length / 2 + 1 &&
    own <= usual * 1.05
  )
}
