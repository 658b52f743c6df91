/** A piece of text on a page: lower left corner, width and font size in points, y upwards. */
export type PdfItem = { text: string; x: number; y: number; width: number; size: number }
export type PdfPage = { width: number; height: number; items: PdfItem[] }

/** What stands together on a line of a page between wide gaps: a cell, or the whole line. */
export type Segment = { text: string; x: number; end: number }
export type PdfLine = { segments: Segment[]; x: number; end: number; y: number; size: number; pageWidth: number }

/** Gaps that part words and cells, in widths of a character (em). */
const wordGap = { han: 0.2, latin: 0.15 }
const cellGap = 1.5
/** The strips at the head and foot of a page where page numbers and running titles stand, as a share of its height. */
const margin = 0.12

const han = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef“”‘’—…]/u
const pageNumber = /^(?:[-—–·•\s]*\d{1,4}[-—–·•\s]*|第\s*\d+\s*页.*|\d+\s*\/\s*\d+)$/u

/** The lines of all pages in reading order, without page numbers and running titles. */
export function readLines(pages: PdfPage[]): PdfLine[] {
  const lines = pages.flatMap((page) => linesOf(page).map((line) => ({ line, height: page.height })))
  const marginal = lines.filter(({ line, height }) => line.y < height * margin || line.y > height * (1 - margin))
  const counts = new Map<string, number>()
  for (const { line } of marginal) counts.set(pattern(line), (counts.get(pattern(line)) ?? 0) + 1)
  const repeats = Math.max(3, pages.length / 2)
  const dropped = new Set(
    marginal
      .map(({ line }) => line)
      .filter((line) => pageNumber.test(textOf(line)) || (counts.get(pattern(line)) ?? 0) >= repeats),
  )
  return lines.map(({ line }) => line).filter((line) => !dropped.has(line))
}

export const textOf = (line: PdfLine): string => line.segments.map((segment) => segment.text).join('  ')
const pattern = (line: PdfLine): string => textOf(line).replace(/\s+/gu, '').replace(/\d+/gu, '#')

function linesOf({ items, width }: PdfPage): PdfLine[] {
  const rows: PdfItem[][] = []
  for (const item of items.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row && Math.abs(row[0]!.y - item.y) < Math.max(row[0]!.size, item.size) * 0.5) row.push(item)
    else rows.push([item])
  }
  return rows.map((row) =>
    lineOf(
      row.toSorted((a, b) => a.x - b.x),
      width,
    ),
  )
}

function lineOf(items: PdfItem[], pageWidth: number): PdfLine {
  const segments: Segment[] = []
  for (const item of items) {
    const last = segments.at(-1)
    const end = item.x + item.width
    const gap = last ? (item.x - last.end) / item.size : Number.POSITIVE_INFINITY
    if (!last || gap > cellGap) segments.push({ text: item.text, x: item.x, end })
    else {
      const parted = han.test(last.text.at(-1)!) && han.test(item.text[0]!) ? wordGap.han : wordGap.latin
      last.text += gap > parted ? ` ${item.text}` : item.text
      last.end = Math.max(last.end, end)
    }
  }
  const size = Math.max(...items.map((item) => item.size))
  return { segments, x: segments[0]!.x, end: segments.at(-1)!.end, y: items[0]!.y, size, pageWidth }
}
