import type { Catalogue } from '../../../knowledge/finding/catalogue.ts'
import { shortened } from '../../../knowledge/language/characters.ts'
import { type Html, markup } from '../html.ts'

const longest = 200

export type Place = { notice: string; clause: string; score?: number | undefined }

/** A clause with where it stands, its words and its score; one that isn't there any more by its name alone. */
export function clauseEntry(catalogue: Catalogue, { notice, clause, score }: Place): Html {
  const entry = catalogue.find(notice, clause)
  const scored = score !== undefined && markup` <span class="small">得分 ${score}</span>`
  if (!entry) return markup`<span>${notice}#${clause}（已经没有这个条款）</span>${scored}`
  const text = entry.clause.text || entry.children.map((child) => child.clause.text).join(' ')
  const shown = shortened(text, longest)
  const address = `/notices/${encodeURIComponent(notice)}#${encodeURIComponent(clause)}`
  return markup`<a href="${address}" target="_blank" rel="noopener">${entry.notice.shortTitle} ${entry.clause.path}</a>${scored}
<span class="clause-words">${shown}</span>`
}
