import type { CheerioAPI } from 'cheerio'
import type { HtmlElement } from './html-nodes.ts'
import { type TableCell, tableLines } from './table-lines.ts'

/**
 * A table as lines, one a row (`tableLines`); what a cell over several rows says stands in each of them. Undefined
 * where the table only serves the layout.
 *
 * @param textOf The text of a cell on one line.
 */
export function htmlTableLines(
  $: CheerioAPI,
  table: HtmlElement,
  textOf: (cell: HtmlElement) => string,
): string[] | undefined {
  if ($(table).find('table').length > 0) return undefined
  const rows = $(table).find('tr').toArray()
  const places: (HtmlElement | undefined)[][] = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    for (const cell of $(row).children('td, th').toArray()) if (!placeCell(cell, places, at)) return undefined
  }
  const width = Math.max(0, ...places.map((cells) => cells.length))
  if (width < 2) return undefined
  const texts = new Map<HtmlElement | undefined, string>([[undefined, '']])
  for (const cell of new Set(places.flat())) if (cell) texts.set(cell, textOf(cell))
  return tableLines(places.map((row) => cellsOf(row, width, texts)))
}

/** Columns of a table at most: one that asks for more is none. */
const mostColumns = 200

/** Puts a cell where it is drawn. @returns Whether there is room for it. */
function placeCell(cell: HtmlElement, places: (HtmlElement | undefined)[][], row: number): boolean {
  const column = firstFree(places[row]!)
  const [down, right] = [span(cell, 'rowspan'), span(cell, 'colspan')]
  if (column + right > mostColumns) return false
  for (const place of places.slice(row, row + down)) for (let at = column; at < column + right; at++) place[at] = cell
  return true
}

function firstFree(cells: (HtmlElement | undefined)[]): number {
  const free = Array.from(cells).indexOf(undefined)
  return free < 0 ? cells.length : free
}

/** The cells of a row from side to side; what the page left out is empty. */
function cellsOf(
  row: (HtmlElement | undefined)[],
  width: number,
  texts: ReadonlyMap<HtmlElement | undefined, string>,
): TableCell[] {
  const cells: TableCell[] = []
  for (let from = 0; from < width; from++) {
    const last = cells.at(-1)
    if (last && row[from] !== undefined && row[from] === row[from - 1]) last.to = from + 1
    else cells.push({ text: texts.get(row[from]) ?? '', from, to: from + 1 })
  }
  return cells
}

function span(cell: HtmlElement, name: 'rowspan' | 'colspan'): number {
  const value = Number(cell.attribs[name] ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1
}
