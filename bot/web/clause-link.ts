import type { ClauseNode } from './clause-nodes.ts'
import { type Html, markup } from './html.ts'

/** A link to the clause itself, for people who want to point at it. */
export function clauseLink({ clause }: ClauseNode): Html {
  const name = clause.marker ?? (clause.heading || clause.text.slice(0, 12))
  return markup`<a class="clause-link" href="#${clause.id}" aria-label="复制链接：${name}">¶</a>`
}
