import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { RulePart } from '../../../services/drafting/edit-lists.ts'
import type { Criterion } from '../../../services/eligibility/document.ts'
import { unclaimedClauses } from '../../../services/eligibility/unclaimed-clauses.ts'
import { unnamedFigures } from '../../../services/eligibility/unnamed-figures.ts'
import type { StoredRemark } from '../../../services/staff/programmes/remarks.ts'
import { type Html, markup } from '../html.ts'
import { addForm, insertForm } from './programme-ask.ts'
import { carriedBeside, ruleOf } from './programme-carried.ts'
import { type Beside, clauseOf, wordsUnder } from './programme-clause.ts'
import { renderCondition } from './programme-condition.ts'
import { editForm, folded, longField, textField } from './programme-fields.ts'
import { placeTools, reviewOf } from './programme-lists.ts'
import { remarkOf } from './programme-remarks.ts'

/** What the rules of a page are shown with. */
export type RulesPage = Beside & {
  timeZone: string
  /** What was said last of each rule, by its id. */
  remarks: ReadonlyMap<string, StoredRemark>
  /** The day of which the examples speak, YYYY-MM-DD. */
  today: string
  mayWrite: boolean
}

type Reviewed = 'criteria' | 'preferences' | 'commitments'
type Rule = { id: string; review?: string | undefined }

/** What is to be looked at, with both texts where the notice has changed there. */
export function review(
  { programme: { carried }, mayWrite, today }: RulesPage,
  part: Reviewed,
  one: Rule,
): Html | false {
  if (one.review === undefined) return false
  const beside = carriedBeside(carried, part, one.id, today)
  const isTold = !beside || ruleOf(carried, part, one.id)?.outcome === 'added'
  return markup`${beside}${reviewOf(part, one, mayWrite, isTold)}`
}

const keptMark = ({ programme: { carried } }: RulesPage, part: RulePart, { id }: Rule): Html | false =>
  carried !== undefined &&
  !ruleOf(carried, part, id) &&
  markup`<p class="facts"><span class="mark">${words.carried.kept}</span></p>`

function tools(
  { programme: { document } }: RulesPage,
  part: RulePart,
  { id, title, note }: Pick<Criterion, 'id' | 'title' | 'note'>,
): Html {
  const named = editForm({ edit: 'title', criterion: id }, [
    textField({ name: 'title', label: words.name, value: title }),
    ...(part === 'criteria'
      ? [longField({ name: 'note', label: texts.note, value: note, isOptional: true }, 'text')]
      : []),
  ])
  return markup`<div class="edit-row">${addForm(id)}${folded(words.name, named)}${placeTools(document, part, id, title)}</div>`
}

function rule(page: RulesPage, part: RulePart, one: Criterion): Html {
  const { mayWrite, remarks, timeZone, programme } = page
  const { id, title, condition, note } = one
  const unnamed = unnamedFigures(one, wordsUnder(page, one))
  const doubt = unnamed.length > 0 && markup`<p class="notice-box">${words.unnamed(unnamed)}</p>`
  const shown = { criterion: id, at: [], facts: programme.document.facts, mayWrite, name: title, asOf: page.today }
  return markup`<section class="rule" id="${id}"><h3 class="rule-title">${title}</h3>${keptMark(page, part, one)}${doubt}${review(page, part, one)}
<div class="rule-sides">${clauseOf(page, one, mayWrite && { edit: 'requote', part, id })}<div class="rule-side"><h3>${words.rule}</h3>${renderCondition(condition, shown)}${note !== undefined && markup`<p class="small">${note}</p>`}${mayWrite && tools(page, part, one)}</div></div>${part === 'criteria' && remarkOf(one, remarks.get(id), timeZone)}</section>`
}

/** The conditions or the preferences, each beside its clause, and a place to write one more. */
export function rulesOf(page: RulesPage, part: RulePart): Html {
  const rules: readonly Criterion[] = page.programme.document[part]
  const head = part === 'criteria' ? words.criteria : texts.preferences
  return markup`<section id="${part}"><h2>${head}</h2>${part === 'preferences' && markup`<p class="small">${texts.preferencesLead}</p>`}${rules.map((one) => rule(page, part, one))}${page.mayWrite && insertForm(part)}</section>`
}

/** Provisions beside the conditions that nothing was made of: nothing is left out silently. */
export function unclaimed({ programme: { document }, notice, beside, mayWrite }: RulesPage): Html | false {
  const found = notice ? unclaimedClauses(document, notice, beside) : []
  const entries = found.map(
    ({ id, text }) =>
      markup`<li><a href="/notices/${document.notice}#${id}">${text}</a>${mayWrite && markup` <button class="link-button" type="button" data-insert="#${id}" aria-label="${texts.insertFrom}：${text}">${texts.insertFrom}</button>`}</li>`,
  )
  return (
    found.length > 0 &&
    markup`<section class="rule" id="unclaimed"><h2>${words.unclaimed.title}</h2><p class="small">${words.unclaimed.lead}</p><ul class="wording-list">${entries}</ul></section>`
  )
}
