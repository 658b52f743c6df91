import type { Citation, Reply } from '../../../services/reply.ts'
import { clauseTools } from './clause-link.ts'
import { el } from './element.ts'
import type { PageWords } from './page-words.ts'
import { plainWords } from './same-words.ts'
import { quoteView } from './quote.ts'

type Table = NonNullable<Reply['table']>
type Cell = Table['rows'][number][number]
type Context = { labels: string[]; head: number; citations: readonly Citation[]; words: PageWords }

/** Rows beyond these are shown on demand. */
const shownAtFirst = 8
/** Characters that the ends of columns must share to be left out. */
const leastShared = 4

/** The column that tells the rows apart: the first that is not only figures and not the same in all. */
function headColumn({ rows }: Table): number {
  const isTelling = (at: number): boolean => {
    const texts = rows.map((cells) => cells[at]?.text ?? '')
    return texts.some((text) => !/^[\d\s.、-]*$/.test(text)) && (texts.length === 1 || new Set(texts).size > 1)
  }
  return Math.max(
    0,
    (rows[0] ?? []).findIndex((_, at) => isTelling(at)),
  )
}

/** What stands before the cells of a card: the columns without the words that all of them end in. */
function cardLabels(columns: readonly string[], head: number): string[] {
  const others = columns.filter((_, at) => at !== head).map((column) => [...column])
  const [first = []] = others
  let shared = 0
  while (
    others.length > 1 &&
    shared < first.length - 1 &&
    others.every((one) => one.length > shared + 1 && one[one.length - 1 - shared] === first[first.length - 1 - shared])
  )
    shared += 1
  // 年 stays with its figures.
  const isFigure = /\d/.test(first[first.length - 1 - shared] ?? '')
  const cut = shared < leastShared ? 0 : shared - (isFigure ? 1 : 0)
  return columns.map((column, at) => (at === head ? column : [...column].slice(0, [...column].length - cut).join('')))
}

/** A row and, once a cell is tapped, its clause below; on a narrow screen the two are one card. */
function rowView(cells: Cell[], { labels, head, citations, words }: Context): HTMLElement {
  const body = el('tbody', { role: 'rowgroup' })
  const clause = el('td', { role: 'cell', colspan: labels.length })
  const below = el('tr', { role: 'row', class: 'table-clause', hidden: true }, clause)
  const hasOneClause = new Set(cells.map(({ citation }) => citation)).size === 1
  let opened: HTMLButtonElement | undefined
  const toggle = (button: HTMLButtonElement, citation: Citation) => {
    opened?.setAttribute('aria-expanded', 'false')
    opened = opened === button ? undefined : button
    below.hidden = opened === undefined
    if (!opened) return
    button.setAttribute('aria-expanded', 'true')
    clause.replaceChildren(quoteView(citation.quote), clauseTools(citation, words))
  }
  const cellView = ({ text, citation }: Cell, at: number) => {
    const cited = citation === undefined || (hasOneClause && at !== head) ? undefined : citations[citation]
    const button = cited && el('button', { class: 'cell-button', type: 'button', 'aria-expanded': 'false' }, text)
    if (cited) button?.addEventListener('click', () => toggle(button, cited))
    return at === head
      ? el('th', { scope: 'row', role: 'rowheader' }, button ?? text)
      : el('td', { role: 'cell', 'data-column': labels[at] ?? '' }, button ?? text)
  }
  body.append(el('tr', { role: 'row' }, ...cells.map(cellView)), below)
  return body
}

/** Shows the first rows; a button shows all, a field only those with the words that are typed. */
function filterOver(
  rows: { element: HTMLElement; text: string }[],
  words: PageWords,
): { above?: HTMLElement; below?: HTMLElement } {
  if (rows.length <= shownAtFirst) return {}
  let isAll = false
  const said = el('p', { class: 'small', role: 'status' })
  const field = el('input', { class: 'field', type: 'search', placeholder: words.filterRows(rows.length) })
  field.setAttribute('aria-label', words.filterRows(rows.length))
  const all = el('button', { class: 'button button-quiet', type: 'button' }, words.showAllRows(rows.length))
  const show = () => {
    const sought = plainWords(field.value)
    const found = rows.filter(({ text }) => text.includes(sought))
    for (const row of rows) row.element.hidden = !found.includes(row)
    if (sought === '' && !isAll) found.slice(shownAtFirst).forEach(({ element }) => (element.hidden = true))
    said.textContent = sought === '' ? '' : words.rowsFound(found.length)
    all.hidden = isAll || sought !== ''
  }
  all.addEventListener('click', () => {
    isAll = true
    show()
    field.focus({ preventScroll: true })
  })
  field.addEventListener('input', show)
  show()
  return { above: el('div', { class: 'table-filter' }, field, said), below: all }
}

/** A comparison or a list: a table where there is room, a card for each row on a phone. */
export function replyTable({ table, citations }: Reply, words: PageWords): HTMLElement | undefined {
  if (!table || table.rows.length === 0) return undefined
  const { columns } = table
  const head = headColumn(table)
  const labels = cardLabels(columns, head)
  const rows = table.rows.map((cells) => ({
    element: rowView(cells, { labels, head, citations, words }),
    text: plainWords(cells.map(({ text }) => text).join(' ')),
  }))
  const heads = columns.map((column) => el('th', { scope: 'col', role: 'columnheader' }, column))
  const top = el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, ...heads))
  const drawn = el('table', { class: 'reply-table', role: 'table' }, top, ...rows.map(({ element }) => element))
  const { above, below } = filterOver(rows, words)
  return el('div', { class: 'table-place' }, above, drawn, below)
}
