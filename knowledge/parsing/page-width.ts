/** A line of a source and the columns it takes on the page. */
export type Line = { text: string; start: number; end: number; width: number }

/** Columns a line takes on the page: two for a Chinese character, one for any other. */
export const columns = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 2 : 1), 0)

/** The lines of a source that aren't empty, as wide as they are printed. */
export function readLines(source: string): Line[] {
  const lines: Line[] = []
  for (const match of source.matchAll(/[^\n]+/gu)) {
    const text = match[0].replace(/^[^\S\t]+|[^\S\t]+$/gu, '')
    if (text.trim() === '') continue
    const start = match.index + match[0].indexOf(text)
    lines.push({ text, start, end: start + text.length, width: columns(text) })
  }
  return lines
}

/** Columns by which the edge of a page is known no better. */
export const vagueness = 4
/** Columns of a page at least: shorter lines are short paragraphs. */
const narrowestPage = 40

/** Share of lines that end at the edge of a page whose lines are broken there. */
const fewestAtEdge = 0.2
/** How much wider than the edge no two lines of such a page are. */
const farBeyond = 1.2

/** The column at which the page breaks its lines; Infinity where paragraphs stand on one line each. */
export function wrapWidth(lines: Line[]): number {
  const widths = lines.filter((line) => !line.text.includes('\t')).map((line) => line.width)
  widths.sort((a, b) => a - b)
  const near = widths[Math.floor(widths.length * 0.9)] ?? 0
  const atEdge = widths.filter((width) => Math.abs(width - near) <= vagueness).length
  const isEven = atEdge >= widths.length * fewestAtEdge
  const isPassed = (widths.at(-2) ?? 0) > near * farBeyond
  return near > 100 || (isPassed && !isEven) ? Number.POSITIVE_INFINITY : Math.max(near, narrowestPage)
}
