import type { PdfItem } from './pdf-item.ts'
import type { Rule } from './pdf-rules.ts'
import { type TableCell, tableLines } from './table-lines.ts'

/** A table on a page: where it is, and the places of its columns from the left and of its rows from the top. */
export type RuledTable = { xs: number[]; ys: number[]; rules: Rule[] }

/** Lines this near to each other meet, in points. */
const near = 3

/** The tables whose cells are drawn: lines that meet, with two columns and two rows at least. */
export function findTables(rules: Rule[]): RuledTable[] {
  return components(rules)
    .map((joined) => ({
      xs: places(joined.filter((rule) => !rule.isLevel)).toSorted((a, b) => a - b),
      ys: places(joined.filter((rule) => rule.isLevel)).toSorted((a, b) => b - a),
      rules: joined,
    }))
    .filter(({ xs, ys }) => xs.length > 2 && ys.length > 2)
}

function components(rules: Rule[]): Rule[][] {
  const left = new Set(rules)
  const found: Rule[][] = []
  for (const first of rules) {
    if (!left.delete(first)) continue
    const joined = [first]
    for (const rule of joined) {
      for (const other of left) if (meet(rule, other) && left.delete(other)) joined.push(other)
    }
    found.push(joined)
  }
  return found
}

function meet(one: Rule, other: Rule): boolean {
  const within = (place: number, rule: Rule) => place >= rule.from - near && place <= rule.to + near
  if (one.isLevel !== other.isLevel) return within(one.at, other) && within(other.at, one)
  return Math.abs(one.at - other.at) <= near && one.from <= other.to + near && other.from <= one.to + near
}

/** The different places of lines, those of the two edges of one stroke together. */
function places(rules: Rule[]): number[] {
  const found: number[] = []
  for (const { at } of rules.toSorted((a, b) => a.at - b.at))
    if (at - (found.at(-1) ?? -Infinity) > near) found.push(at)
  return found
}

export const holds = ({ xs, ys }: RuledTable, item: PdfItem): boolean => {
  const [x, y] = middle(item)
  return x > xs[0]! && x < xs.at(-1)! && y < ys[0]! && y > ys.at(-1)!
}

const middle = ({ x, y, width, size }: PdfItem): [number, number] => [x + width / 2, y + size / 3]

/**
 * The rows of a table from its top, as `tableLines` prints them. What a cell over several rows says stands in each.
 *
 * @param join Makes one text of the pieces in a cell.
 */
export function tableRows(table: RuledTable, items: PdfItem[], join: (items: PdfItem[]) => string): string[] {
  const { xs, ys } = table
  const grid = Array.from({ length: ys.length - 1 }, () => Array.from({ length: xs.length - 1 }, (): PdfItem[] => []))
  for (const item of items) {
    const [x, y] = middle(item)
    const column = xs.findLastIndex((edge) => edge < x)
    const row = ys.findLastIndex((edge) => edge > y)
    const [firstRow, firstColumn] = firstPlace(table, row, column)
    grid[firstRow]?.[firstColumn]?.push(item)
  }
  const rows = grid.map((cells, row) => {
    const drawn: TableCell[] = []
    for (const column of cells.keys()) {
      const [firstRow, firstColumn] = firstPlace(table, row, column)
      const last = drawn.at(-1)
      if (last && firstColumn <= last.from) last.to = column + 1
      else drawn.push({ text: join(grid[firstRow]![firstColumn]!), from: column, to: column + 1 })
    }
    return drawn
  })
  return tableLines(rows.filter((_, row) => grid[row]!.some((cell) => cell.length > 0)))
}

/** Where the cell begins that a place belongs to: as far up and left as no line parts it. */
function firstPlace({ xs, ys, rules }: RuledTable, row: number, column: number): [number, number] {
  const x = (xs[column]! + xs[column + 1]!) / 2
  let top = row
  while (top > 0 && !isDrawn(rules, true, ys[top]!, x)) top--
  const y = (ys[top]! + ys[top + 1]!) / 2
  let first = column
  while (first > 0 && !isDrawn(rules, false, xs[first]!, y)) first--
  return [top, first]
}

const isDrawn = (rules: Rule[], isLevel: boolean, at: number, through: number): boolean =>
  rules.some(
    (rule) => rule.isLevel === isLevel && Math.abs(rule.at - at) <= near && rule.from < through && rule.to > through,
  )
