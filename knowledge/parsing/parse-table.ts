import { cleanText, squeeze } from './clean-text.ts'
import type { Paragraph } from './read-paragraphs.ts'

/** A record of a table: `number` its running number and `group` what it is grouped under, where the table has them; `cells` by column name. */
export type TableRow = { paragraph: Paragraph; number?: number; group?: string; cells: Record<string, string> }

const split = (raw: string): string[] => raw.split('\t').map((cell) => cleanText(squeeze(cell)))
const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^\d+$/u.test(cell)

/** The column whose numbers run 1, 2, 3 … through the rows, counted from the left; -1 where there is none. */
function numberedColumn(rows: string[][], columns: number): number {
  const runs = Array.from({ length: columns }, (_, column) => {
    const seen = new Set(rows.flat().filter(isNumber).map(Number))
    const own = rows
      .map((row) => row[column])
      .filter(isNumber)
      .map(Number)
    const rising = own.filter((value, at) => at === 0 || value === (own[at - 1] ?? 0) + 1 || seen.has(value - 1)).length
    return own.length >= rows.length * 0.6 ? rising : 0
  })
  const best = Math.max(0, ...runs)
  return best === 0 ? -1 : runs.lastIndexOf(best)
}

/**
 * Reads the rows of a table from tab-separated lines. Merged cells are carried down; in a numbered table a
 * shifted row is set right by its running number, and a group name broken by a page is put together again.
 *
 * @param lines The header line and the rows, kind `cells`, in order.
 * @returns One record a row. Rows that fit no column keep their cells in order of the header.
 */
export function parseTable(lines: Paragraph[]): { header: Paragraph | undefined; columns: string[]; rows: TableRow[] } {
  const [header, ...body] = lines
  if (!header) return { header: undefined, columns: [], rows: [] }
  const columns = split(header.raw).map((name, at) => name || `列${at + 1}`)
  const cellsOf = body.map((line) => split(line.raw))
  const numbered = numberedColumn(cellsOf, columns.length)
  let group: Record<string, string> = {}
  let expected = 1
  const rows = body.map((paragraph, at): TableRow => {
    const filled = (cellsOf[at] ?? []).filter((cell) => cell !== '')
    if (numbered < 0) {
      for (const [column, name] of columns.entries()) {
        const cell = cellsOf[at]?.[column]
        if (cell) group = { ...group, [name]: cell }
      }
      return { paragraph, cells: { ...group } }
    }
    const own = Math.max(filled.lastIndexOf(String(expected)), 0)
    const before = filled.slice(0, own)
    group = placeGroup(group, columns.slice(0, numbered), before)
    const cells = group
    for (const [offset, name] of columns.slice(numbered).entries()) rowCell(cells, name, filled[own + offset])
    expected = Number(filled[own]) + 1
    return { paragraph, number: expected - 1, cells }
  })
  return { header, columns, rows: numbered < 0 ? rows : settle(rows, columns.slice(0, numbered)) }
}

const rowCell = (cells: Record<string, string>, name: string, cell: string | undefined): void => {
  cells[name] = cell ?? ''
}

/** The group cells of the next row: a full set opens a group, a lone name continues the name of the open one. */
function placeGroup(group: Record<string, string>, names: string[], before: string[]): Record<string, string> {
  if (before.length === 0) return { ...group }
  if (before.length === 1 && !isNumber(before[0]) && Object.keys(group).length > 0) {
    const last = names.at(-1) ?? ''
    return { ...group, [last]: (group[last] ?? '') + before[0] }
  }
  return Object.fromEntries(names.map((name, at) => [name, before[at] ?? '']))
}

/** Gives every row of a group the group's whole name, which may have ended rows later. */
function settle(rows: TableRow[], names: string[]): TableRow[] {
  const [key, name] = [names[0], names.at(-1)]
  if (!key || !name || key === name) return rows
  const whole = new Map<string, string>()
  for (const row of rows) {
    const known = whole.get(row.cells[key] ?? '') ?? ''
    if ((row.cells[name] ?? '').length > known.length) whole.set(row.cells[key] ?? '', row.cells[name] ?? '')
  }
  return rows.map((row) => {
    const group = whole.get(row.cells[key] ?? '') ?? ''
    return { ...row, group, cells: { ...row.cells, [name]: group } }
  })
}
