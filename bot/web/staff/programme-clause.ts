import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Quoted } from '../../../services/eligibility/document.ts'
import { isOfOther, isUnder, locateAmong } from '../../../services/eligibility/find-source.ts'
import type { HeldProgramme } from '../../programme-desk/held-programme.ts'
import { type Html, markup } from '../html.ts'
import { editForm, folded, quoteFields, type Wanted } from './programme-fields.ts'

/** A programme with the notices that its parts may rest on. */
export type Beside = { programme: HeldProgramme; notice: Notice | undefined; beside: readonly Notice[] }

/**
 * The words a part rests on, with the line above that opens or names them.
 *
 * @param change What rests on other words once they are picked; nothing can be picked without it.
 */
export function clauseOf(
  { programme: { document }, notice: own, beside }: Beside,
  quoted: Quoted,
  change?: Wanted | false,
): Html {
  const notice = isOfOther(quoted, document) ? beside.find(({ id }) => id === quoted.notice) : own
  const found = notice && locateAmong([notice], document, quoted)
  const clause = found && 'source' in found ? notice.clauses.find(({ id }) => id === found.source.clause) : undefined
  const above = clause?.parent === undefined ? undefined : notice?.clauses.find(({ id }) => id === clause.parent)
  const tool = change ? folded(texts.requote, editForm(change, quoteFields(quoted.quote))) : false
  return markup`<div class="rule-clause"><h3>${words.clause}</h3>${above && markup`<p class="small">${words.above}：${above.text}</p>`}<blockquote>${quoted.quote}</blockquote>${notice && clause && markup`<p class="small"><a href="/notices/${notice.id}#${clause.id}">${clause.path || clause.id}</a></p>`}${tool}</div>`
}

/** What stands under the clause that a part rests on: the entries of a list of which it quotes the line above. */
export function wordsUnder({ programme: { document }, notice }: Beside, quoted: Quoted): string {
  const found = notice && !isOfOther(quoted, document) ? locateAmong([notice], document, quoted) : undefined
  if (!found || !('source' in found)) return ''
  const { clause } = found.source
  return notice!.clauses
    .filter(({ id }) => isUnder(id, clause) && id !== clause)
    .map(({ text }) => text)
    .join('\n')
}
