import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { amountInWords } from '../../../services/eligibility/amount.ts'
import type { Amount } from '../../../services/eligibility/document-conditions.ts'
import { type Html, markup } from '../html.ts'
import { fieldsFor } from './programme-ask.ts'
import { type Beside, clauseOf } from './programme-clause.ts'
import {
  editButton,
  editForm,
  folded,
  longField,
  numberField,
  placeKept,
  quoteFields,
  selectField,
  textField,
} from './programme-fields.ts'

type Place = readonly (string | number)[]
type Figure = { name: keyof typeof texts.figures; path: Place; value: number }

/** Every figure of an amount with the way to it. */
function figuresOf(amount: Amount, path: Place = []): Figure[] {
  const own = (name: Figure['name'], value: number): Figure => ({ name, path: [...path, name], value })
  if ('lowerOf' in amount) return amount.lowerOf.flatMap((part, at) => figuresOf(part, [...path, 'lowerOf', at]))
  if ('upTo' in amount) return [...figuresOf(amount.amount, [...path, 'amount']), own('upTo', amount.upTo)]
  if ('cases' in amount)
    return amount.cases.flatMap((one, at) => figuresOf(one.amount, [...path, 'cases', at, 'amount']))
  return 'percent' in amount ? [own('percent', amount.percent)] : [own('wan', amount.wan)]
}

function amounts(page: Beside, mayWrite: boolean): Html {
  const { facts, support } = page.programme.document
  const entries = (support.amounts ?? []).map((one, at) => {
    const name = amountInWords(one.amount, facts)
    const forms = figuresOf(one.amount).map(({ name: figure, path, value }) =>
      editForm({ edit: 'figure', at, path }, numberField({ name: 'value', label: texts.figures[figure], value })),
    )
    const tools =
      mayWrite &&
      markup`<div class="edit-row">${folded(texts.change, markup`${forms}`)}<div class="edit-tools">${editButton({ edit: 'lift', part: 'amounts', at }, texts.remove, name, 'link-button is-removing')}</div></div>`
    return markup`<li><div class="rule-sides">${clauseOf(page, one)}<div class="rule-side"><p>${name}</p>${tools}</div></div></li>`
  })
  return markup`<h3>${texts.amounts}</h3><ul class="edit-list">${entries}</ul>${mayWrite && folded(texts.newAmount, editForm({ edit: 'amount' }, amountFields()))}`
}

function amountFields(): Html {
  const upTo = numberField({ name: 'amount.upTo', label: texts.upTo, isOptional: true })
  const label = (label: string, hint: string) => textField({ name: 'amount.label', label, hint })
  const fields = (kinds: string, inner: Html) => fieldsFor(kinds, 'fixed', inner)
  return markup`${quoteFields()}${selectField('amount.kind', texts.amountKind, texts.amountKinds)}
${fields('fixed each', numberField({ name: 'amount.wan', label: texts.wan }))}
${fields('share', markup`${numberField({ name: 'amount.percent', label: texts.percent })}${label(texts.of, texts.ofHint)}`)}
${fields('each', markup`${label(texts.per, texts.perHint)}${textField({ name: 'amount.unit', label: texts.unit })}`)}
${fields('share each', upTo)}
${textField({ name: 'amount.when', label: texts.when, hint: texts.whenHint, isOptional: true })}`
}

function restrictions(page: Beside, mayWrite: boolean): Html {
  const fields = (text = '', quote = '') =>
    markup`${longField({ name: 'text', label: texts.restriction, value: text })}${quoteFields(quote)}`
  const entries = page.programme.document.support.restrictions.map((one, at) => {
    const { text, quote } = one
    const form = editForm({ edit: 'restriction', at, ...placeKept(one) }, fields(text, quote))
    return markup`<li><p>${text}</p><p class="small">${words.clause}：${quote}</p>${mayWrite && markup`<div class="edit-row">${folded(texts.change, form)}<div class="edit-tools">${editButton({ edit: 'lift', part: 'restrictions', at }, texts.remove, text, 'link-button is-removing')}</div></div>`}</li>`
  })
  return markup`<h3>${texts.restrictions}</h3><ul class="edit-list">${entries}</ul>${mayWrite && folded(texts.newRestriction, editForm({ edit: 'restriction' }, fields()))}`
}

/** What an awardee gets: the words, the figures, how an amount is worked out, and what limits it. */
export function supportOf(page: Beside, mayWrite: boolean): Html {
  const { support } = page.programme.document
  const { amountWan, amountText, places, placesText, money, placesQuote, review } = support
  const form = mayWrite
    ? editForm({ edit: 'support' }, [
        numberField({ name: 'amountWan', label: words.amount, value: amountWan, isOptional: true }, 'none'),
        longField({ name: 'amountText', label: words.amountText, value: amountText }),
        numberField({ name: 'places', label: words.places, value: places, isOptional: true }, 'none'),
        textField({ name: 'placesText', label: texts.placesText, value: placesText, isOptional: true }, 'text'),
      ])
    : markup`<p>${amountText}</p><p>${placesText}</p>`
  const rest = (part: 'money' | 'placesQuote', name: string, quoted = support[part]) =>
    quoted
      ? clauseOf(page, quoted, mayWrite && { edit: 'rest', part })
      : mayWrite && folded(name, editForm({ edit: 'rest', part }, quoteFields()))
  return markup`<section class="rule" id="support"><h2>${words.support}</h2>${review !== undefined && markup`<p class="notice-box">${review}</p>`}<div class="rule-sides"><div>${rest('money', texts.money, money)}${rest('placesQuote', texts.places, placesQuote)}</div><div class="rule-side">${form}</div></div>${amounts(page, mayWrite)}${restrictions(page, mayWrite)}</section>`
}
