import { programmePageTexts as words } from '../../../prompts/programme-page-texts.ts'
import { partsOf } from '../../../services/drafting/edit-condition.ts'
import type { Comparison, Condition } from '../../../services/eligibility/document-conditions.ts'
import type { Fact, Facts } from '../../../services/eligibility/document-facts.ts'
import { examplesOf } from '../../../services/eligibility/examples.ts'
import { conditionOn } from '../../../services/eligibility/hold-on.ts'
import { requirementOf } from '../../../services/eligibility/requirement.ts'
import { isOnFigures } from '../../../services/eligibility/rule.ts'
import { type Html, markup } from '../html.ts'
import { factForm } from './programme-facts.ts'
import { editButton, folded } from './programme-fields.ts'

/** Where a part of a condition stands, for the change that is asked for there. */
type Place = { criterion: string; at: number[] }
type Shown = Place & { facts: Facts; mayWrite: boolean; name: string; asOf: string }

const edit = ({ criterion, at }: Place, name: string): string => JSON.stringify({ edit: name, criterion, at })
const button = (place: Place, name: string, text: string, what: string): Html =>
  markup`<button class="link-button" type="button" data-edit="${edit(place, name)}" aria-label="${text}：${what}">${text}</button>`

const bounds = ['atLeast', 'moreThan', 'atMost', 'lessThan'] as const

/** A limit to set: its bound, its figure. */
function limits(condition: Comparison, fact: Fact, shown: Shown): Html {
  const unit = 'unit' in fact ? fact.unit : ''
  const set = bounds.flatMap((bound) => {
    const value = (condition as Partial<Record<(typeof bounds)[number], number>>)[bound]
    return value === undefined ? [] : [{ bound, value }]
  })
  return markup`${set.map(({ bound, value }) => {
    if (!shown.mayWrite) return markup`<p>${words.bounds[bound]} ${value}${unit}</p>`
    const options = bounds.map(
      (one) => markup`<option value="${one}"${one === bound && markup` selected`}>${words.bounds[one]}</option>`,
    )
    return markup`<form class="search-row" data-edit="${edit(shown, 'limit')}"><label>${fact.label}<select class="field" name="bound">${options}</select></label><label>${unit || words.unit}<input class="field" name="value" type="number" step="any" min="0" value="${value}" required></label><button class="button button-quiet" type="submit">${words.save}</button><div class="edit-live" data-live aria-live="polite"></div></form>`
  })}`
}

function chosen(condition: Comparison, fact: Fact, shown: Shown): Html {
  if (fact.type !== 'choice' || !('oneOf' in condition)) return markup``
  const boxes = fact.options.map(
    ({ value, label }) =>
      markup`<label><input type="checkbox" name="oneOf" value="${value}"${condition.oneOf.includes(value) && markup` checked`}${!shown.mayWrite && markup` disabled`}> ${label}</label> `,
  )
  return markup`<form class="search-row" data-edit="${edit(shown, 'options')}"><fieldset><legend>${fact.label}</legend>${boxes}</fieldset>${shown.mayWrite && markup`<button class="button button-quiet" type="submit">${words.save}</button>`}</form>`
}

const marks = { met: `✓ ${words.met}`, unmet: `✗ ${words.unmet}`, unknown: `？ ${words.unknown}` } as const

/** 99件 ✗ 100件 ✓, by the very rule. */
function examples(condition: Comparison, fact: Fact): Html {
  const cases = examplesOf(condition, fact).map(({ answer, status }) => markup`<li>${answer}：${marks[status]}</li>`)
  return markup`<ul class="rule-cases" aria-label="${words.cases}">${cases}</ul>`
}

const question = (key: string, fact: Fact): Html => folded(`${words.question}：${fact.prompt}`, factForm(key, fact))

function comparison(condition: Comparison, shown: Shown): Html {
  const fact = shown.facts[condition.fact]
  if (!fact) return markup`<p>${condition.fact}</p>`
  const claimed =
    'is' in condition &&
    markup`<p>${fact.type === 'bool' && condition.is ? fact.need : fact.label} <span class="mark">${condition.is ? words.yes : words.no}</span>${shown.mayWrite && markup` ${editButton({ edit: 'claim', criterion: shown.criterion, at: shown.at, is: !condition.is }, words.turn(!condition.is), fact.label)}`}</p>`
  const isPlain = !('is' in condition) && !('oneOf' in condition) && !(shown.mayWrite && isOnFigures(condition))
  return markup`<div class="rule-part">${claimed}${isPlain && markup`<p>${requirementOf(condition, shown.facts)}</p>`}${limits(condition, fact, shown)}${chosen(condition, fact, shown)}${examples(conditionOn(condition, shown.asOf) as Comparison, fact)}${shown.mayWrite ? question(condition.fact, fact) : markup`<p class="small">${fact.prompt}</p>`}${shown.mayWrite && shown.at.length > 0 && button(shown, 'drop', words.drop, fact.label)}</div>`
}

function binding(condition: Condition, shown: Shown): Html {
  const parts = partsOf(condition)
  const now =
    'allOf' in condition
      ? 'all'
      : 'anyOf' in condition
        ? 'any'
        : 'atLeastOf' in condition
          ? String(condition.atLeastOf.count)
          : ''
  const counts = parts.slice(2).map((_, at) => String(at + 2))
  const named = (one: string) =>
    one === 'all' ? words.bind.all : one === 'any' ? words.bind.any : words.bind.count(Number(one))
  if (!shown.mayWrite) return markup`<p>${named(now)}</p>`
  const options = ['all', 'any', ...counts].map(
    (one) => markup`<option value="${one}"${one === now && markup` selected`}>${named(one)}</option>`,
  )
  return markup`<form class="search-row" data-edit="${edit(shown, 'bind')}"><label>${shown.name}<select class="field" name="as">${options}</select></label><button class="button button-quiet" type="submit">${words.save}</button></form>`
}

/** A condition as a tree of parts, each to be changed where it stands. */
export function renderCondition(condition: Condition, shown: Shown): Html {
  if ('fact' in condition) return comparison(condition, shown)
  if ('unsettled' in condition) return markup`<p class="notice-box">${words.unread}</p>`
  const parts = partsOf(condition).map((part, at) => ({ part, shown: { ...shown, at: [...shown.at, at] } }))
  if ('if' in condition)
    return markup`<div class="rule-part"><p>${words.when}</p>${renderCondition(parts[0]!.part, parts[0]!.shown)}<p>${words.then}</p>${renderCondition(parts[1]!.part, parts[1]!.shown)}</div>`
  return markup`<div class="rule-part">${binding(condition, shown)}<ul class="rule-parts">${parts.map((one) => markup`<li>${renderCondition(one.part, one.shown)}</li>`)}</ul></div>`
}
