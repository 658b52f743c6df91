import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { type Html, markup } from '../html.ts'
import {
  editForm,
  folded,
  linesField,
  longField,
  numberField,
  quoteFields,
  selectField,
  textField,
} from './programme-fields.ts'

const { words: asWritten, ...ownKinds } = texts.kinds

/** Fields that belong to some kinds alone; those of the other kinds are neither shown nor sent. */
export const fieldsFor = (kinds: string, chosen: string, fields: Html): Html =>
  markup`<fieldset data-for="${kinds}"${!kinds.split(' ').includes(chosen) && markup` hidden disabled`}>${fields}</fieldset>`

const label = (hint: string) => textField({ name: 'ask.label', label: texts.label, hint })
const dayField = markup`<label>${texts.day}<input class="field" type="date" name="ask.day" required></label>`

/** What applicants are to be asked, and which answers are enough; below, what that makes of the rule. */
function askFields(kind: keyof typeof texts.kinds): Html {
  const fields = (kinds: string, inner: Html) => fieldsFor(kinds, kind, inner)
  const own = markup`${textField({ name: 'ask.prompt', label: words.prompt, isOptional: true })}${longField({ name: 'ask.help', label: words.help, isOptional: true })}`
  return markup`${selectField('ask.kind', texts.kind, { words: asWritten, ...ownKinds }, kind)}
${fields('words', markup`<p class="small">${texts.wordsLead}</p>`)}
${fields('claim', textField({ name: 'ask.need', label: texts.need, hint: texts.needHint }))}
${fields('int number percent choice', label(texts.labelHint))}
${fields('day period', label(texts.eventHint))}
${fields('int number', textField({ name: 'ask.unit', label: texts.unit }))}
${fields('int number percent', markup`${selectField('ask.bound', texts.bound, words.bounds)}${numberField({ name: 'ask.value', label: texts.value })}`)}
${fields('choice', markup`${linesField({ name: 'ask.oneOf', label: texts.oneOf })}${linesField({ name: 'ask.others', label: texts.others })}`)}
${fields('day', markup`${selectField('ask.bound', texts.bound, texts.dayBounds)}${dayField}`)}
${fields('period', markup`${selectField('ask.bound', texts.bound, texts.periodBounds)}${numberField({ name: 'ask.years', label: texts.years })}`)}
${fields('claim int number percent choice day period', folded(texts.ownWords, own))}
<div class="edit-live" data-live aria-live="polite"></div>`
}

/** A whole new rule: the words it rests on, and what is asked. */
export const insertForm = (part: 'criteria' | 'preferences'): Html =>
  folded(
    part === 'criteria' ? texts.newCriterion : texts.newPreference,
    editForm({ edit: 'insert', part }, [
      quoteFields(),
      textField({ name: 'title', label: texts.name, isOptional: true }),
      askFields('words'),
    ]),
    `insert-${part}`,
  )

/** One more part of a rule. */
export const addForm = (criterion: string): Html =>
  folded(words.add, editForm({ edit: 'add', criterion }, askFields('claim')))
