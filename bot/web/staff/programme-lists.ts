import { documentTexts } from '../../../prompts/document-texts.ts'
import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { ListPart } from '../../../services/drafting/edit-lists.ts'
import type { Commitment, ProgrammeDocument } from '../../../services/eligibility/document.ts'
import type { PreparationItem } from '../../../services/preparation/preparation.ts'
import { type Html, markup } from '../html.ts'
import { type Beside, clauseOf } from './programme-clause.ts'
import {
  editButton,
  editForm,
  folded,
  longField,
  placeKept,
  quoteFields,
  selectField,
  textField,
} from './programme-fields.ts'

/** Ways to move an entry up or down, and to take it away. */
export function placeTools(document: ProgrammeDocument, part: ListPart, id: string, name: string): Html {
  const entries: readonly { id: string }[] = document[part]
  const at = entries.findIndex((one) => one.id === id)
  const move = (by: -1 | 1, text: string) =>
    at + by in entries && editButton({ edit: 'move', part, id, by }, text, name)
  return markup`<div class="edit-tools">${move(-1, texts.up)}${move(1, texts.down)}${editButton({ edit: 'remove', part, id }, texts.remove, name, 'link-button is-removing')}</div>`
}

/** What a draft left open, with a way to say that it is settled. */
export const reviewOf = (
  part: ListPart,
  { id, review }: { id: string; review?: string | undefined },
  mayWrite: boolean,
  isTold = true,
): Html | false =>
  review !== undefined &&
  markup`<div class="notice-box">${isTold && markup`<p>${review}</p>`}${mayWrite && editButton({ edit: 'settle', part, id }, words.settle, review, 'button button-quiet')}</div>`

const commitmentFields = (one?: Commitment): Html =>
  markup`${longField({ name: 'text', label: texts.commitment, value: one?.text })}${textField({ name: 'target', label: texts.target, value: one?.target })}${quoteFields(one?.quote)}`

/** What awardees must reach, each beside its clause. */
export function commitmentsOf(page: Beside, mayWrite: boolean, reviewed: (one: Commitment) => Html | false): Html {
  const { document } = page.programme
  const entries = document.commitments.map((one) => {
    const { id, text, target } = one
    const form = editForm({ edit: 'commitment', id, ...placeKept(one) }, commitmentFields(one))
    return markup`<li id="commitments-${id}">${reviewed(one)}<div class="rule-sides">${clauseOf(page, one)}<div class="rule-side"><p>${text}</p><p class="small">${texts.target}：${target}</p>${mayWrite && markup`<div class="edit-row">${folded(texts.change, form)}${placeTools(document, 'commitments', id, text)}</div>`}</div></div></li>`
  })
  const more = mayWrite && folded(texts.newCommitment, editForm({ edit: 'commitment' }, commitmentFields()))
  return markup`<section class="rule" id="commitments"><h2>${texts.commitments}</h2><ul class="edit-list">${entries}</ul>${more}</section>`
}

function itemFields({ criteria, preferences }: ProgrammeDocument, one?: PreparationItem): Html {
  const proved = Object.fromEntries([...criteria, ...preferences].map(({ id, title }) => [id, title]))
  return markup`${selectField('kind', texts.itemKind, documentTexts.kinds, one?.kind)}${longField({ name: 'text', label: texts.itemText, value: one?.text })}${selectField('proves', texts.proves, { '': texts.provesNone, ...proved }, one?.proves)}${quoteFields(one?.quote, true)}`
}

/** What there is to prepare: papers, forms, steps, whom to ask. */
export function preparationOf(page: Beside, mayWrite: boolean): Html {
  const { document } = page.programme
  const entries = document.preparation.map((one) => {
    const { id, kind, text, quote } = one
    const form = editForm({ edit: 'item', id, ...placeKept(one) }, itemFields(document, one))
    const tools =
      mayWrite &&
      markup`<div class="edit-row">${folded(texts.change, form)}${placeTools(document, 'preparation', id, text)}</div>`
    return markup`<li id="preparation-${id}">${reviewOf('preparation', one, mayWrite)}<p><span class="mark">${documentTexts.kinds[kind]}</span> ${text}</p><p class="small">${quote === undefined ? texts.noQuote : `${words.clause}：${quote}`}</p>${tools}</li>`
  })
  const more = mayWrite && folded(texts.newItem, editForm({ edit: 'item' }, itemFields(document)))
  return markup`<section class="rule" id="preparation"><h2>${texts.preparation}</h2><ul class="edit-list">${entries}</ul>${more}</section>`
}
