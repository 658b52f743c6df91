import { readMarker } from '../parsing/markers.ts'
import { isAnnexLine } from '../parsing/annex-lines.ts'
import type { PdfLine, PdfTable } from './pdf-item.ts'
import { isTable } from './pdf-lines.ts'

/** How far a line may start or end from the edge of the text and still be taken to reach it, in em. */
const indent = 1.2
const shortfall = 2.2

/**
 * Puts the lines of pages together into paragraphs by where they stand: one begins where a line is indented, follows
 * a line that ends short of the right edge, or is set in another size. A table goes on over pages, its header once.
 *
 * @param pageWidth In points, that of the widest page.
 * @returns One text for each paragraph and each row of a table.
 */
export function joinLines(blocks: (PdfLine | PdfTable)[], pageWidth: number): string[] {
  const lines = blocks.filter((block): block is PdfLine => !isTable(block))
  const left = edge(lines.map((line) => line.x))
  const right = rightEdge(lines, pageWidth - left)
  const texts: string[] = []
  let previous: PdfLine | undefined
  let header: string[] | undefined
  for (const block of blocks) {
    if (isTable(block)) {
      const repeated = header === undefined ? 0 : sharedRows(header, block.rows)
      texts.push(...block.rows.slice(repeated))
      header ??= block.rows
      previous = undefined
      continue
    }
    if (previous && continues(previous, block, left, right)) {
      texts[texts.length - 1] += joint(previous.text, block.text) + block.text
    } else texts.push(block.text)
    previous = block
    header = undefined
  }
  return texts
}

/** Rows from the top that a table has printed again on the next page: its header, however deep. */
function sharedRows(rows: string[], again: string[]): number {
  const differs = again.findIndex((row, at) => row !== rows[at])
  return differs < 0 ? again.length : differs
}

/** Where most lines begin: the smallest position that a tenth of them share. */
function edge(positions: number[]): number {
  const sorted = positions.toSorted((a, b) => a - b)
  const enough = Math.max(1, sorted.length / 10)
  return sorted.find((x) => sorted.filter((other) => Math.abs(other - x) < 2).length >= enough) ?? 0
}

/** How far lines reach; as far as the left margin would leave on the right where all of them are short. */
function rightEdge(lines: PdfLine[], margin: number): number {
  const reached = Math.max(0, ...lines.map((line) => line.end))
  return reached > margin * 0.8 ? reached : margin
}

function continues(previous: PdfLine, line: PdfLine, left: number, right: number): boolean {
  if (readMarker(line.text) || isAnnexLine(line.text)) return false
  if (Math.abs(previous.size - line.size) > line.size * 0.15) return false
  const begins = line.x > left + indent * line.size
  const ended = previous.end < right - shortfall * line.size
  return !begins && !ended && previous.parts.length < 2
}

const joint = (before: string, after: string): string => (/[\w,.;]$/u.test(before) && /^\w/u.test(after) ? ' ' : '')
