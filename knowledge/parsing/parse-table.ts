import { cleanText, squeeze } from '../language/clean-text.ts'
import type { Paragraph } from './read-paragraphs.ts'

type Cells = Record<string, string>

/** A record of a table: `number` its running number and `group` what it is grouped under, where the table has them; `cells` by column name; `text` the cells of the line itself. */
export type TableRow = { paragraph: Paragraph; text: string; number?: number; group?: string; cells: Cells }
/** A table read: the lines of its header, the names of its columns, its records. */
export type Table = { headers: Paragraph[]; columns: string[]; rows: TableRow[] }

const split = (raw: string): string[] => raw.split('\t').map((cell) => cleanText(squeeze(cell)))
const isNumber = (cell: string | undefined): boolean => cell !== undefined && /^\d+$/u.test(cell)

/** The column whose numbers run 1, 2, 3 … through the rows, counted from the left; -1 where there is none. */
export function numberedColumn(rows: string[][], columns: number): number {
  const runs = Array.from({ length: columns }, (_, column) => {
    const seen = new Set(rows.flat().filter(isNumber).map(Number))
    const own = rows
      .map((row) => row[column])
      .filter(isNumber)
      .map(Number)
    const rising = own.filter((value, at) =>
      at === 0 ? value === 1 : value === (own[at - 1] ?? 0) + 1 || seen.has(value - 1),
    ).length
    return own.length >= rows.length * 0.6 && rising >= own.length * 0.6 ? rising : 0
  })
  const best = Math.max(0, ...runs)
  return best === 0 ? -1 : runs.lastIndexOf(best)
}

/**
 * Reads the rows of a table from tab-separated lines. Merged cells are carried down; in a numbered table a
 * shifted row is set right by its running number, and a group name broken by a page is put together again.
 *
 * @param lines The header line and the rows, kind `cells`, in order.
 * @returns One record a row, with a cell for every column: a column that the header has no name for is 列2.
 */
export function parseTable(lines: Paragraph[]): Table {
  const [header, ...body] = lines
  if (!header) return { headers: [], columns: [], rows: [] }
  const cellsOf = body.map((line) => split(line.raw))
  const columns = columnNames(split(header.raw), Math.max(0, ...cellsOf.map(usedWidth)))
  const numbered = numberedColumn(cellsOf, columns.length)
  const records = numbered < 0 ? carryDown(cellsOf, columns) : readNumbered(cellsOf, columns, numbered)
  const rows = records.map((record, at): TableRow => ({ paragraph: body[at]!, text: '', ...record }))
  const settled = numbered < 0 ? rows : settle(rows, columns.slice(0, numbered))
  return { headers: [header], columns, rows: settled.map((row) => ({ ...row, text: textOf(columns, row.cells) })) }
}

const textOf = (columns: string[], cells: Cells): string =>
  columns
    .map((column) => cells[column] ?? '')
    .filter(Boolean)
    .join(' | ')
const usedWidth = (cells: string[]): number => cells.findLastIndex((cell) => cell !== '') + 1
const recordOf = (columns: string[], cells: (string | undefined)[]): Cells =>
  Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? '']))

/** A name for every column, none twice. */
function columnNames(header: string[], width: number): string[] {
  const names: string[] = []
  for (let at = 0; at < Math.max(usedWidth(header), width); at++) {
    const name = header[at] || `列${at + 1}`
    names.push(names.includes(name) ? `${name}${at + 1}` : name)
  }
  return names
}

/** Rows without numbers: cells left out at the beginning of a row are those of the row above. */
function carryDown(rows: string[][], columns: string[]): { cells: Cells }[] {
  let above: string[] = []
  return rows.map((cells) => {
    const first = cells.findIndex((cell) => cell !== '')
    above = columns.map((_, at) => (at < first ? above[at] : cells[at]) ?? '')
    return { cells: recordOf(columns, above) }
  })
}

/** Rows with running numbers: what stands before the number is the group, what follows is the row's own. */
function readNumbered(rows: string[][], columns: string[], numbered: number): { number?: number; cells: Cells }[] {
  const [groups, own] = [columns.slice(0, numbered), columns.slice(numbered)]
  let group: Cells = {}
  let expected = 1
  return rows.map((cells) => {
    const isInPlace = cells[numbered] === String(expected)
    const shifted = cells.filter((cell) => cell !== '')
    const from = isInPlace ? numbered : Math.max(shifted.lastIndexOf(String(expected)), 0)
    const placed = isInPlace ? cells : shifted
    if (!isNumber(placed[from])) return { cells: recordOf(columns, cells) }
    const before = placed.slice(0, from).filter((cell) => cell !== '')
    group = placeGroup(group, groups, before)
    const number = Number(placed[from])
    expected = number + 1
    return { number, cells: { ...group, ...recordOf(own, placed.slice(from)) } }
  })
}

/** The group cells of the next row: a full set opens a group, a lone name continues the name of the open one. */
function placeGroup(group: Cells, names: string[], before: string[]): Cells {
  if (before.length === 0) return { ...group }
  if (names.length > 1 && before.length === 1 && !isNumber(before[0]) && Object.keys(group).length > 0) {
    const last = names.at(-1) ?? ''
    return { ...group, [last]: (group[last] ?? '') + before[0] }
  }
  return Object.fromEntries(names.map((name, at) => [name, before[at] ?? '']))
}

/** Gives every row of a group the group's whole name, which may have ended rows later. */
function settle(rows: TableRow[], names: string[]): TableRow[] {
  const [key, name] = [names[0], names.at(-1)]
  if (key === undefined || name === undefined) return rows
  if (key === name) return rows.map((row) => ({ ...row, group: row.cells[key] ?? '' }))
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
