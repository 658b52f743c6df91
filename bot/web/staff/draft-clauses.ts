import type { Clause } from '../../../knowledge/parsing/clause.ts'
import { noticeDeskTexts as words } from '../../../prompts/notice-desk-texts.ts'
import type { DraftJson } from '../../notice-desk/draft-json.ts'
import { type ClauseNode, clauseNodes } from '../clause-nodes.ts'
import { type Html, markup } from '../html.ts'

/** Kinds that say themselves what they are. */
const plain: ReadonlySet<string> = new Set(['heading', 'item', 'paragraph', 'row'])

function entry({ clause, children }: ClauseNode, warned: ReadonlySet<string>, mayWrite: boolean): Html {
  const { id, kind, text, marker = '', heading } = clause
  const kindMark = !plain.has(kind) && markup`<span class="status status-plain">${words.kinds[kind]}</span> `
  const label = `${marker}${heading || text.slice(0, 20)}`
  const tool =
    mayWrite &&
    markup`<button class="button button-quiet read-pick" type="button" data-pick aria-expanded="false" aria-label="改：${label}">改</button>`
  return markup`<li class="read read-${kind}${warned.has(id) && ' is-doubtful'}" data-clause="${id}">
<div class="read-line"><p class="read-text" data-show>${kindMark}${kind === 'heading' ? markup`<strong>${text}</strong>` : text}</p>${tool}</div>
${children.length > 0 && markup`<ol class="read-list">${children.map((child) => entry(child, warned, mayWrite))}</ol>`}</li>`
}

/** What was read of a draft: its clauses, each under the one that it belongs to. */
export function renderClauses({ clauses, warnings }: DraftJson, mayWrite: boolean): Html {
  const warned = new Set(warnings.flatMap(({ clause }) => clause ?? []))
  const nodes = clauseNodes(clauses as Clause[])
  return markup`<ol class="read-list read-all" id="clauses">${nodes.map((node) => entry(node, warned, mayWrite))}</ol>`
}
