import type { CheerioAPI } from 'cheerio'
import type { HtmlElement } from './html-nodes.ts'

type Grid = string[][]

/**
 * A table as tab-separated lines, one a row; merged cells stand at their first place and are empty in the others.
 * A row that is one cell from side to side is a line of text. Undefined where the table only serves the layout.
 */
export function tableLines($: CheerioAPI, table: HtmlElement): string[] | undefined {
  if ($(table).find('table').length > 0) return undefined
  const rows = $(table).find('tr').toArray()
  const grid: Grid = rows.map(() => [])
  for (const [at, row] of rows.entries()) {
    for (const cell of $(row).children('td, th').toArray()) placeCell($, cell, grid, at)
  }
  const width = Math.max(0, ...grid.map((cells) => cells.length))
  if (width < 2) return undefined
  return grid
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells, at) => {
      const isTitle = at === 0 && cells.length === width && cells.slice(1).every((cell) => cell === '')
      return isTitle ? cells[0]! : Array.from({ length: width }, (_, column) => cells[column] ?? '').join('\t')
    })
}

function placeCell($: CheerioAPI, cell: HtmlElement, grid: Grid, row: number): void {
  const column = firstFree(grid[row]!)
  const text = cellText($, cell)
  for (let down = 0; down < span(cell, 'rowspan') && row + down < grid.length; down++) {
    for (let right = 0; right < span(cell, 'colspan'); right++) {
      grid[row + down]![column + right] = down + right === 0 ? text : ''
    }
  }
}

function firstFree(cells: (string | undefined)[]): number {
  const free = Array.from(cells).indexOf(undefined)
  return free < 0 ? cells.length : free
}

function span(cell: HtmlElement, name: 'rowspan' | 'colspan'): number {
  const value = Number(cell.attribs[name] ?? 1)
  return Number.isInteger(value) && value > 0 ? Math.min(value, 1000) : 1
}

/** The lines of a cell as one; blanks part only what is not Chinese. */
function cellText($: CheerioAPI, cell: HtmlElement): string {
  const copy = $(cell).clone()
  copy.find('script, style').remove()
  copy.find('p, div, br, li').after(' ')
  return copy.text().replace(/\s+/gu, ' ').trim()
}
