import type { Reply } from '../../../services/reply.ts'
import { clauseTools } from './clause-link.ts'
import { copiedText } from './copied-text.ts'
import { el } from './element.ts'
import type { PageWords } from './page-words.ts'
import { quoteView } from './quote.ts'

type Table = NonNullable<Reply['table']>
type Row = Table['rows'][number]

/** Where the row stands: its other cells, figures with the name of their column. */
const placeOf = (cells: Row, head: number, { columns }: Table): string =>
  cells
    .map(({ text }, at) => (/^\d+$/.test(text) ? `${columns[at]}${text}` : text))
    .filter((text, at) => at !== head && text !== '')
    .join(' · ')

/** One line that says where the row stands, and opens its clause. */
function placeLine(place: string, at: number, { citations }: Reply, words: PageWords): HTMLElement {
  const citation = citations[at]
  if (!citation) return el('p', { class: 'small' }, place)
  const inside = el('div', { class: 'citation-inside' }, quoteView(citation.quote), clauseTools(citation, words))
  return el('details', { class: 'citation' }, el('summary', {}, place), inside)
}

/**
 * The rows of a unit as a card: of each its project, where it stands, and the text that is copied for it.
 *
 * @returns Undefined where the rows and the texts to be copied don't belong together one by one.
 */
export function unitRows(reply: Reply, words: PageWords): HTMLElement | undefined {
  const { kind, table, copies = [] } = reply
  if (kind !== 'roster' || !table || copies.length === 0 || copies.length !== table.rows.length) return undefined
  const heads = table.rows.map((cells, at) =>
    cells.findIndex(({ text }) => !/^\d*$/.test(text) && copies[at]!.text.includes(text)),
  )
  if (heads.includes(-1)) return undefined
  const items = table.rows.map((cells, at) => {
    const head = heads[at]!
    const citation = cells.find((cell) => cell.citation !== undefined)?.citation ?? -1
    return el(
      'li',
      { class: 'unit-row' },
      el('p', { class: 'unit-project' }, cells[head]!.text),
      placeLine(placeOf(cells, head, table), citation, reply, words),
      copiedText(copies[at]!, words),
    )
  })
  return el('ol', { class: 'unit-rows' }, ...items)
}
