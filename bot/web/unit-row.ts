import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { listName } from '../../services/answering/compose/list-name.ts'
import { cellOf, projectOf, type Roster } from '../../services/roster/roster.ts'
import type { CardPart, CardRow } from '../../services/roster/unit-card.ts'
import { type Html, markup } from './html.ts'
import type { UnitWords } from './unit-words.ts'

const hrefOf = ({ notice, clause }: Entry): string => `/notices/${notice.id}#${clause.id}`

/** Leads to the clause that something stands in. */
export const source = (entry: Entry, of: string, words: UnitWords): Html =>
  markup`<a class="unit-source" href="${hrefOf(entry)}" aria-label="${words.sourceOf(of)}">${words.source}</a>`

/** A text to be copied, with the button that does it; without scripts the text is there to be selected. */
export const copied = (text: string, of: string, words: UnitWords, from?: Entry): Html =>
  markup`<span class="unit-copy"><span class="unit-copied">${text}${from && markup` ${source(from, of, words)}`}</span><button class="button button-quiet" type="button" data-copy="${text}" aria-label="${words.copyOf(of)}" hidden>${words.copy}</button></span>`

/** A row with its list, its number, what is done with those on the list, and the title of the mail that it takes. */
export function rowView(
  { row, mailTitle }: CardRow,
  { notice }: CardPart,
  all: readonly Roster[],
  words: UnitWords,
): Html {
  const { roster, entry, seq } = row
  const project = projectOf(row)
  const among = all.filter((other) => other.rows[0]?.entry.notice === notice)
  const place = `${listName(roster, among)}${seq === undefined ? '' : `${words.comma}${words.seq(seq)}`}`
  const others = roster.columns.labels.filter((column) => ![project, ''].includes(cellOf(row, column)))
  const { pointer } = roster.label
  const about =
    pointer && pointer.after !== '' ? markup` · <a href="${hrefOf(pointer.entry)}">${pointer.after}</a>` : undefined
  const title =
    mailTitle !== undefined &&
    markup`<p class="unit-title"><span class="small">${words.mailTitle}</span>${copied(mailTitle, words.mailTitle, words)}</p>`
  return markup`<li class="unit-row"><p><strong>${project === '' ? row.unit : project}</strong></p>
<p class="unit-place"><a href="${hrefOf(entry)}">${place}</a>${about}</p>${others.map((column) => markup`<p>${words.named(column)}${cellOf(row, column)}</p>`)}
${title}</li>`
}
