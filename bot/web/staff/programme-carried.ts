import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import type { Condition } from '../../../services/eligibility/document-conditions.ts'
import type { CarriedRule } from '../../../services/drafting/carry-rules.ts'
import type { Carried } from '../../../services/staff/programmes/carried.ts'
import { type HeldProgramme, openRules } from '../../programme-desk/held-programme.ts'
import { type Html, markup } from '../html.ts'
import { renderCondition } from './programme-condition.ts'

const texts = words.carried

/** What became of the rules since the notice is another, and what people are told meanwhile. */
export function carriedSummary({ carried, document }: HeldProgramme): Html | false {
  if (!carried) return false
  const count = (outcome: CarriedRule['outcome']) => carried.rules.filter((one) => one.outcome === outcome).length
  const kept = document.criteria.filter(({ id }) => !ruleOf(carried, 'criteria', id)).length
  const open = openRules({ carried, document })
  const links = open.map(({ part, id, title = id }) => markup`<li><a href="#${part}-${id}">${title}</a></li>`)
  return markup`<section class="notice-box"><h2>${texts.title}</h2><p>${texts.count(count('changed'), count('added'), count('gone'), kept)}</p>${open.length > 0 && markup`<p>${texts.open(open.length)}</p><ul>${links}</ul>`}<p class="small">${texts.meanwhile}</p></section>`
}

export const ruleOf = (carried: Carried | undefined, part: CarriedRule['part'], id: string): CarriedRule | undefined =>
  carried?.rules.find((one) => one.part === part && one.id === id)

/** The rule as it was, to read only. */
function ruleBefore({ before }: Carried, { part, id }: CarriedRule, asOf: string): Html | false {
  const rules: readonly { id: string; condition?: Condition }[] = before[part]
  const condition = rules.find((one) => one.id === id)?.condition
  if (!condition) return false
  const shown = { criterion: id, at: [], facts: before.facts, mayWrite: false, name: id, asOf }
  return markup`<details class="more"><summary>${texts.ruleBefore}</summary>${renderCondition(condition, shown)}</details>`
}

const quoted = (title: string, text: string, more?: Html | false): Html =>
  markup`<div class="rule-clause"><h3>${title}</h3><blockquote>${text}</blockquote>${more}</div>`

/** What a rule rested on and rests on now, side by side. */
export function carriedBeside(
  carried: Carried | undefined,
  part: CarriedRule['part'],
  id: string,
  asOf: string,
): Html | false {
  const rule = ruleOf(carried, part, id)
  if (!carried || !rule) return false
  const { before, now, outcome } = rule
  const sides =
    outcome === 'added'
      ? quoted(texts.added, now ?? '')
      : markup`${quoted(texts.before, before ?? '', ruleBefore(carried, rule, asOf))}${quoted(texts.now, now ?? texts.gone)}`
  return markup`<div class="rule-editions" id="${part}-${id}">${sides}</div>${outcome !== 'gone' && markup`<p class="small">${texts.proposal}</p>`}`
}

/** Rules whose words the notice no longer has, each to be let go by somebody. */
export function goneRules({ carried }: HeldProgramme, mayWrite: boolean, asOf: string): Html | false {
  const gone = carried?.rules.filter(({ outcome }) => outcome === 'gone') ?? []
  if (gone.length === 0) return false
  const entries = gone.map(({ part, id, title = id }) => {
    const edit = JSON.stringify({ edit: 'gone', part, id })
    return markup`<h3>${title}</h3>${carriedBeside(carried, part, id, asOf)}${mayWrite && markup`<button class="button button-quiet" type="button" data-edit="${edit}">${texts.letGo}</button>`}`
  })
  return markup`<section class="rule"><h2>${texts.goneTitle}</h2>${entries}</section>`
}
