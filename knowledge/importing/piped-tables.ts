/** Lines that a table must have at the least, its head included: two alone may be a row of links above another. */
const fewestLines = 3
/** The line between head and rows: `|---|:--:|`. */
const rule = /^[\s|:+-]*-{2,}[\s|:+-]*$/u

/** The cells of a line that `|` parts, which may also stand at either end; fewer than two where none parts it. */
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^[|｜]|(?<!\\)[|｜]$/gu, '')
    .split(/(?<!\\)[|｜]/u)
    .map((cell) => cell.trim())

/** How many cells a line has; none where it is no row of a table. */
function width(line: string): number {
  const cells = /[|｜]/u.test(line) && !line.includes('\t') ? cellsOf(line).length : 0
  return cells > 1 ? cells : 0
}

/**
 * Tables typed with `|` between the cells, as lines whose cells are parted by a tab and `|`. Lines are a table where as
 * many cells stand in each of several, one under the other; all others stay as they are.
 */
export function readPipedTables(text: string): string {
  if (!/[|｜]/u.test(text)) return text
  const lines = text.split(/\r\n?|\n/u)
  const made: string[] = []
  for (let at = 0; at < lines.length;) {
    const to = endOfRows(lines, at)
    const rows = lines.slice(at, to).filter((line) => !rule.test(line))
    if (rows.length < fewestLines) made.push(lines[at++]!)
    else {
      made.push(...rows.map((line) => cellsOf(line).join('\t|')))
      at = to
    }
  }
  return made.join('\n')
}

/** Where the lines end, from one on, that have as many cells as it, rules among them. */
function endOfRows(lines: readonly string[], from: number): number {
  const cells = width(lines[from]!)
  let to = from
  while (to < lines.length && cells > 0 && (width(lines[to]!) === cells || (to > from && rule.test(lines[to]!)))) to++
  return to
}
