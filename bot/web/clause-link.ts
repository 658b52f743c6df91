import { cutTo } from '../../knowledge/language/characters.ts'
import type { ClauseNode } from './clause-nodes.ts'
import { type Html, markup } from './html.ts'

/** A link to the clause itself, which opens what can be done with it; its sign stands in the styles. */
export function clauseLink({ clause }: ClauseNode): Html {
  const name = clause.marker ?? (clause.heading || cutTo(clause.text, 12))
  return markup`<a class="clause-link" href="#${clause.id}" aria-label="提问或复制链接：${name}"></a>`
}
