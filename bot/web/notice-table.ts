import { clauseLink } from './clause-link.ts'
import type { ClauseNode } from './clause-nodes.ts'
import { type Html, markup } from './html.ts'

type Cells = Record<string, string>

const cellsOf = (row: ClauseNode | undefined): Cells => row?.clause.cells ?? {}

/** How many leading cells a record shares with the one above: they stood in one merged cell. */
function sharedCells(columns: string[], cells: Cells, above: Cells): number {
  const shared = columns.findIndex((column) => cells[column] !== above[column])
  return shared < 0 ? 0 : shared
}

const isNumber = (cell = '') => /^\d+$/.test(cell)

function row(node: ClauseNode, columns: string[], above: Cells): Html {
  const cells = cellsOf(node)
  const shared = sharedCells(columns, cells, above)
  const look = (column: string, index: number) =>
    [index < shared && 'is-repeated', isNumber(cells[column]) && 'is-number'].filter(Boolean).join(' ')
  const data = node.clause.cells
    ? columns.map(
        (column, index) => markup`<td class="${look(column, index)}"><span>${cells[column] ?? ''}</span></td>`,
      )
    : markup`<td colspan="${columns.length}">${node.clause.text}</td>`
  return markup`<tr class="clause ${shared === 0 && 'starts-group'}" id="${node.clause.id}">${data}<td class="row-link">${clauseLink(node)}</td></tr>`
}

/** A list of an annex as a table; what a merged cell of the source said is in each of its rows. */
export function renderTable({ clause, children }: ClauseNode): Html {
  const withCells = children.find((node) => node.clause.cells)
  const columns = withCells ? Object.keys(cellsOf(withCells)) : clause.text.split(' | ')
  const isNumeric = (column: string) => children.length > 0 && children.every((node) => isNumber(cellsOf(node)[column]))
  const head = columns.map(
    (column) => markup`<th scope="col" class="${isNumeric(column) && 'is-number'}">${column}</th>`,
  )
  const rows = children.map((node, index) => row(node, columns, cellsOf(children[index - 1])))
  return markup`<div class="table-box" role="region" aria-label="${clause.path || '表格'}" tabindex="0"><table>
<thead><tr class="clause" id="${clause.id}">${head}<th class="row-link"><span class="visually-hidden">链接</span></th></tr></thead>
<tbody>${rows}</tbody></table></div>`
}
