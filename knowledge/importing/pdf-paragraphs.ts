import { readMarker } from '../parsing/markers.ts'
import { isAnnexLine } from '../parsing/read-paragraphs.ts'
import { type PdfLine, type Segment, textOf } from './pdf-lines.ts'

/** How far a line may start or end from the edge of the text and still be taken to reach it, in em. */
const indent = 1.2
const shortfall = 2.2
const tableRows = 3

/**
 * Puts the lines of pages together into paragraphs by where they stand: one begins where a line is indented, follows
 * a line that ends short of the right edge, or is set in another size. Lines of cells under each other are a table.
 *
 * @returns One text each; the cells of a table's row are parted by tabs.
 */
export function joinLines(lines: PdfLine[]): string[] {
  const left = edge(lines.map((line) => line.x))
  const right = rightEdge(lines, left)
  const texts: string[] = []
  let previous: PdfLine | undefined
  for (let at = 0; at < lines.length; at++) {
    const rows = tableAt(lines, at)
    const line = lines[at]!
    if (rows.length > 0) {
      texts.push(...rows)
      at += rows.length - 1
      previous = undefined
    } else if (previous && continues(previous, line, left, right)) {
      texts[texts.length - 1] += joint(texts.at(-1)!, textOf(line)) + textOf(line)
      previous = line
    } else {
      texts.push(textOf(line))
      previous = line
    }
  }
  return texts
}

/** Where most lines begin: the smallest position that a tenth of them share. */
function edge(positions: number[]): number {
  const sorted = positions.toSorted((a, b) => a - b)
  const enough = Math.max(1, sorted.length / 10)
  return sorted.find((x) => sorted.filter((other) => Math.abs(other - x) < 2).length >= enough) ?? 0
}

/** How far lines reach; as far as the left margin leaves on the right where all of them are short. */
function rightEdge(lines: PdfLine[], left: number): number {
  const reached = Math.max(0, ...lines.map((line) => line.end))
  const margin = Math.max(0, ...lines.map((line) => line.pageWidth)) - left
  return reached > margin * 0.8 ? reached : margin
}

function continues(previous: PdfLine, line: PdfLine, left: number, right: number): boolean {
  const text = textOf(line)
  if (readMarker(text) || isAnnexLine(text)) return false
  if (Math.abs(previous.size - line.size) > line.size * 0.15) return false
  const begins = line.x > left + indent * line.size
  const ended = previous.end < right - shortfall * line.size
  return !begins && !ended && previous.segments.length === 1
}

const joint = (before: string, after: string): string => (/[\w,.;]$/u.test(before) && /^\w/u.test(after) ? ' ' : '')

/** The rows of the table that begins at a line, one text each; none where no table does. */
function tableAt(lines: PdfLine[], at: number): string[] {
  const header = lines[at]!.segments
  if (header.length < 2 || header.some(({ text }) => /[：:。；]/u.test(text))) return []
  const rest = lines.slice(at)
  const end = rest.findIndex(({ segments }) => segments.length < 2 || segments.length > header.length)
  const rows = end < 0 ? rest : rest.slice(0, end)
  return rows.length < tableRows ? [] : rows.map(({ segments }) => place(segments, header).join('\t'))
}

const middle = ({ x, end }: Segment): number => (x + end) / 2

/** The cells of a row under the columns of the header: each goes where its middle is nearest to a column's. */
function place(segments: Segment[], header: Segment[]): string[] {
  const cells = header.map(() => '')
  for (const segment of segments) {
    const distances = header.map((column) => Math.abs(middle(column) - middle(segment)))
    const column = distances.indexOf(Math.min(...distances))
    cells[column] = `${cells[column]}${segment.text}`
  }
  return cells
}
