import type { PdfItem, PdfLine, PdfTable } from './pdf-item.ts'
import type { Rule } from './pdf-rules.ts'
import { alignedTables } from './pdf-aligned.ts'
import { raisedDigits } from './raised-digits.ts'
import { findTables, holds, tableRows } from './pdf-tables.ts'

export type PdfPage = { width: number; height: number; items: PdfItem[]; rules: Rule[] }

/** Gaps that part words and columns, in widths of a character (em). */
const wordGap = { han: 0.2, latin: 0.15 }
const columnGap = 1.5
/** Digits this much smaller than the line, and this far from its foot, are raised or lowered: shares of its size. */
const smaller = 0.9
const offLine = 0.12
/** The strips at the head and foot of a page where page numbers and running titles stand, as a share of its height. */
const margin = 0.12

const han = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef“”‘’—…]/u
const pageNumber = /^(?:[-—–·•\s]*\d{1,4}[-—–·•\s]*|第\s*\d+\s*页.*|\d+\s*\/\s*\d+)$/u

export const isTable = (block: PdfLine | PdfTable): block is PdfTable => 'rows' in block

/** The lines and tables of all pages in reading order, without page numbers and running titles. */
export function readBlocks(pages: PdfPage[]): (PdfLine | PdfTable)[] {
  const blocks = pages.flatMap((page) => blocksOf(page).map((block) => ({ block, place: block.y / page.height })))
  const marginal = blocks.flatMap(({ block, place }) =>
    !isTable(block) && (place < margin || place > 1 - margin) ? [block] : [],
  )
  const repeats = Map.groupBy(marginal, pattern)
  const dropped = new Set<PdfLine | PdfTable>(
    marginal.filter(
      (line) => pageNumber.test(line.text) || repeats.get(pattern(line))!.length >= Math.max(3, pages.length / 2),
    ),
  )
  return blocks.map(({ block }) => block).filter((block) => !dropped.has(block))
}

const pattern = ({ text }: PdfLine): string => text.replace(/\s+/gu, '').replace(/\d+/gu, '#')

function blocksOf({ items, rules }: PdfPage): (PdfLine | PdfTable)[] {
  const tables = findTables(rules)
  const inTables = Map.groupBy(items, (item) => tables.find((table) => holds(table, item)))
  const ruled = tables.map((table) => ({
    rows: tableRows(table, inTables.get(table) ?? [], (cell) =>
      lines(cell)
        .map(({ text }) => text)
        .join(' '),
    ),
    y: table.ys[0]!,
  }))
  return [...alignedTables(lines(inTables.get(undefined) ?? [])), ...ruled].toSorted((a, b) => b.y - a.y)
}

function lines(items: PdfItem[]): PdfLine[] {
  const rows: PdfItem[][] = []
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    const line = row && tallestOf(row)
    if (line && Math.abs(line.y - item.y) < Math.max(line.size, item.size) * 0.5) row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.x - b.x)))
}

const tallestOf = (items: PdfItem[]): PdfItem => items.reduce((one, other) => (other.size > one.size ? other : one))

/** The text of a piece; smaller digits above or below the line as such. */
function inItsPlace({ text, y, size }: PdfItem, line: PdfItem): string {
  const raise = size < line.size * smaller ? (y - line.y) / line.size : 0
  return Math.abs(raise) < offLine ? text : raisedDigits(text, raise > 0 ? 'sup' : 'sub')
}

function lineOf(items: PdfItem[]): PdfLine {
  const [first] = items as [PdfItem]
  const line: PdfLine = { text: '', x: first.x, end: first.x, y: first.y, size: 0, parts: [] }
  const tallest = tallestOf(items)
  for (const item of items) {
    const { x, width, size } = item
    const text = inItsPlace(item, tallest)
    const gap = line.text === '' ? 0 : (x - line.end) / size
    const isHan = han.test(line.text.at(-1) ?? '') && han.test(text[0] ?? '')
    const blank = gap > columnGap ? '  ' : gap > wordGap[isHan ? 'han' : 'latin'] ? ' ' : ''
    line.text += blank + text
    const part = blank === '  ' ? undefined : line.parts.at(-1)
    if (part) Object.assign(part, { text: part.text + blank + text, end: x + width })
    else line.parts.push({ text, x, end: x + width })
    line.end = Math.max(line.end, x + width)
    line.size = Math.max(line.size, size)
  }
  return line
}
