import { contrastsConflict } from './contrasts.ts'
import { isAlike } from './matters/matter-features.ts'
import { meets } from './matters/matter-words.ts'
import { mattersAgree, namedIn } from './matters/matters.ts'
import { mayBeTold, slotRelation } from './matters/slots.ts'
import { formsAgree } from './question-form.ts'
import type { QuestionSense } from './sense.ts'

/** Share of what two questions lead to that they must have in common to be of one notice, whatever they call it by. */
const sharedEnough = 0.3

/**
 * Whether nothing that both questions say tells them apart, whatever their words: another notice or programme, another year,
 * another figure, another kind of value asked for, another matter, another value of a contrast, or a denial that the other lacks.
 */
export function areComparable(one: QuestionSense, other: QuestionSense): boolean {
  return (
    scopesAgree(one, other) &&
    (areSame(one.years, other.years) || one.years.length === 0 || other.years.length === 0) &&
    (areSame(one.figures, other.figures) || one.figures.length === 0 || other.figures.length === 0) &&
    (waitForTheSame(one, other) || leadToTheSame(one, other)) &&
    (shareAnything(one, other) || leadToTheSame(one, other)) &&
    areSame(one.negations, other.negations) &&
    !contrastsConflict(one.contrasts, other.contrasts) &&
    mattersAgree(one.matters, other.matters)
  )
}

/** Whether two questions have a word or a matter in common, or one of them names none: 楼顶能上去吗 and 有复印机吗 share nothing. */
function shareAnything(one: QuestionSense, other: QuestionSense): boolean {
  const namesNothing = ({ terms, matters }: QuestionSense): boolean =>
    Object.keys(terms).length + namedIn(matters).length + matters.words.length === 0
  return (
    namesNothing(one) ||
    namesNothing(other) ||
    Object.keys(one.terms).some((term) => term in other.terms) ||
    namedIn(one.matters).some((name) => meets(name, namedIn(other.matters))) ||
    one.matters.words.some((word) => other.matters.words.some((its) => isAlike(word, its)))
  )
}

/** Whether two questions wait for the same by their words. */
export function waitForTheSame(
  { value, matters }: QuestionSense,
  { value: itsValue, matters: its }: QuestionSense,
): boolean {
  const relation = slotRelation(matters.slots, its.slots)
  if (relation === 'open' || relation === 'other') return false
  return (
    formsAgree(value, itsValue) || (relation === 'same' && !(value.startsWith('count') && itsValue.startsWith('count')))
  )
}

/** How probably both must be answered by what both lead to, whatever they wait for by their words: 「二甲行吗」, 「要几级」. */
const ledEnough = 0.3

const leadToTheSame = (one: QuestionSense, other: QuestionSense): boolean =>
  mayBeTold(one.matters.slots, other.matters.slots) &&
  !(one.value.startsWith('count') && other.value.startsWith('count') && one.value !== other.value) &&
  sharedClauses(one, other) * Math.min(one.answered, other.answered) >= ledEnough

/** The share of all that two questions may lead to which both lead to: 0 … 1. */
export const sharedClauses = (one: QuestionSense, other: QuestionSense): number =>
  Object.entries(one.clauses).reduce((sum, [key, share]) => sum + Math.min(share, other.clauses[key] ?? 0), 0)

/** What leads to the same clauses is about the same notice; what names none may be about any. */
function scopesAgree(one: QuestionSense, other: QuestionSense): boolean {
  const [scope, its] = [one.scope, other.scope]
  if (scope === its || scope === undefined || its === undefined) return true
  const [notice, programme] = scope.split('/')
  const [itsNotice, itsProgramme] = its.split('/')
  if (notice !== itsNotice) return sharedClauses(one, other) >= sharedEnough
  return programme === undefined || itsProgramme === undefined || sharedClauses(one, other) >= sharedEnough
}

/** Whether two lists say the same. */
export const areSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((value) => other.includes(value))
