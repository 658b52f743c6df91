import type { ClauseTree } from './clause-tree.ts'
import { isGrid, parseGrid } from './parse-grid.ts'
import { parseTable } from './parse-table.ts'
import type { Paragraph } from './read-paragraphs.ts'

/**
 * Adds the table that begins at a paragraph, header and rows.
 *
 * @returns The lines it took.
 */
export function addTable(tree: ClauseTree, paragraphs: Paragraph[], from: number): Paragraph[] {
  const lines = linesFrom(paragraphs, from)
  const { headers, columns, rows } = isGrid(lines) ? parseGrid(lines) : parseTable(lines)
  const number = tree.tables + 1
  const inAnnex = tree.find(`${tree.prefix}t`) !== undefined
  const prefix = tree.prefix && !inAnnex ? tree.prefix : `${tree.prefix}t${number}.`
  const parent = tree.host
  if (headers.length > 0) {
    const clause = tree.add({ id: `${prefix}t`, kind: 'table', parent }, headers)
    clause.text = columns.join(' | ')
    clause.quote = headers.map(quoteOf).join('\n')
  }
  for (const [at, row] of rows.entries()) {
    const name = String(row.number ?? at + 1)
    const step = row.group ? `${row.group} › ${name}` : name
    const clause = tree.add({ id: `${prefix}r${name}`, kind: 'row', parent, step }, [row.paragraph])
    clause.cells = row.cells
    clause.text = row.text || clause.text
    clause.quote = quoteOf(row.paragraph)
  }
  return lines
}

/** The lines of one table, whatever the page has between them. */
function linesFrom(paragraphs: Paragraph[], from: number): Paragraph[] {
  const lines: Paragraph[] = []
  for (let at = from; paragraphs[at]?.kind === 'cells' || paragraphs[at]?.kind === 'furniture'; at++)
    if (paragraphs[at]!.kind === 'cells') lines.push(paragraphs[at]!)
  return lines
}

const quoteOf = (line: Paragraph): string => line.raw.replace(/\t+\|/gu, ' | ').replace(/\t+/gu, ' ').trim()
