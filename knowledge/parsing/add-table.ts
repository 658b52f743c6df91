import type { ClauseTree } from './clause-tree.ts'
import { isGrid, parseGrid } from './parse-grid.ts'
import { parseTable } from './parse-table.ts'
import type { Paragraph } from './read-paragraphs.ts'

/** Adds the table that paragraphs begin with, header and rows, and returns the lines it took. */
export function addTable(tree: ClauseTree, paragraphs: Paragraph[]): Paragraph[] {
  const body = paragraphs.filter((paragraph) => paragraph.kind !== 'furniture')
  const length = body.findIndex((paragraph) => paragraph.kind !== 'cells')
  const lines = length < 0 ? body : body.slice(0, length)
  const { headers, columns, rows } = isGrid(lines) ? parseGrid(lines) : parseTable(lines)
  const number = tree.clauses.filter((clause) => clause.kind === 'table').length + 1
  const inAnnex = tree.clauses.some((clause) => clause.id === `${tree.prefix}t`)
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

const quoteOf = (line: Paragraph): string => line.raw.replace(/\t+\|/gu, ' | ').replace(/\t+/gu, ' ').trim()
