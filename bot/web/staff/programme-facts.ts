import { programmeEditorTexts as texts } from '../../../prompts/programme-editor-texts.ts'
import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { Fact, Facts } from '../../../services/eligibility/document-facts.ts'
import { type Html, markup } from '../html.ts'
import { editForm, folded, linesField, longField, textField } from './programme-fields.ts'

/** What belongs to facts of one type alone. */
function ownFields(fact: Fact): Html | false {
  if (fact.type === 'bool')
    return markup`${textField({ name: 'need', label: texts.need, value: fact.need })}${textField({ name: 'yes', label: texts.yes, value: fact.yes })}${textField({ name: 'no', label: texts.no, value: fact.no })}`
  if (fact.type === 'choice')
    return linesField({
      name: 'options',
      label: texts.options,
      value: fact.options.map(({ label }) => label).join('\n'),
    })
  return 'unit' in fact && textField({ name: 'unit', label: words.unit, value: fact.unit })
}

/** A question with all its words, to change. */
export function factForm(key: string, fact: Fact): Html {
  const spoken = (fact.spokenAs ?? []).join('\n')
  return editForm({ edit: 'fact', fact: key }, [
    textField({ name: 'label', label: words.label, value: fact.label }),
    textField({ name: 'prompt', label: words.prompt, value: fact.prompt }),
    longField({ name: 'help', label: words.help, value: fact.help }),
    textField({ name: 'why', label: texts.why, value: fact.why }),
    markup`${ownFields(fact)}`,
    linesField({ name: 'spokenAs', label: texts.spokenAs, value: spoken, isOptional: true }),
  ])
}

/** Every question that applicants are asked. */
export function factsList(facts: Facts, mayWrite: boolean): Html {
  const entries = Object.entries(facts).map(
    ([key, fact]) =>
      markup`<li id="facts-${key}">${mayWrite ? folded(fact.prompt, factForm(key, fact)) : fact.prompt}</li>`,
  )
  return markup`<section class="rule" id="facts"><h2>${texts.facts}</h2><p class="small">${texts.factsLead}</p><ul class="edit-list">${entries}</ul></section>`
}
