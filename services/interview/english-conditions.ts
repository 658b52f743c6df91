import { assessmentTextsEnglish as words } from '../../prompts/assessment-texts-english.ts'
import type { Interview } from '../conversations/interview.ts'
import { countedInEnglish, factTexts, inUnitOf, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { type FactKey, facts } from '../eligibility/facts.ts'
import { grouped, writeShortfall } from '../eligibility/figure.ts'
import { type Answers, type Comparison, type Condition, evaluate, factsRead } from '../eligibility/rule.ts'
import { shortfallInWords } from './approximate-assessment.ts'

type AtLeast = Extract<Comparison, { atLeast: number }>

/** What was answered, and how figures were said that are not exact. */
export type Told = { answers: Answers; said: Interview['said'] }

const figure = (key: FactKey, value: number): string => writeAnswerIn('en', key, value)

function comparisonInWords(comparison: Comparison): string {
  const { label, need, options = {} } = factTexts(comparison.fact, 'en')
  if ('atLeast' in comparison) return words.atLeast(label, figure(comparison.fact, comparison.atLeast))
  if ('oneOf' in comparison)
    return words.oneOf(label, comparison.oneOf.map((value) => options[value] ?? value).join(' / '))
  return need ?? label
}

/** What a condition takes. */
export function requirementInEnglish(condition: Condition): string {
  if ('fact' in condition) return comparisonInWords(condition)
  if ('unsettled' in condition) return requirementInEnglish(condition.unsettled)
  return 'allOf' in condition
    ? condition.allOf.map(requirementInEnglish).join(words.and)
    : condition.anyOf.map(requirementInEnglish).join(words.or)
}

/** What was answered to a fact. */
export function answerInEnglish(key: FactKey, { answers, said }: Told): string {
  const answer = answers[key]
  const { yes = '', no = '' } = factTexts(key, 'en')
  if (answer === undefined || answer === null) return words.notAnswered
  return typeof answer === 'boolean' ? (answer ? yes : no) : writeAnswerIn('en', key, answer, said?.[key])
}

/** What was answered to all that a condition reads. */
export function actualInEnglish(condition: Condition, told: Told): string {
  if ('fact' in condition) return answerInEnglish(condition.fact, told)
  const lineOf = (key: FactKey): string => {
    const answer = answerInEnglish(key, told)
    const saysAll = typeof told.answers[key] === 'boolean'
    return saysAll ? answer : words.named(factTexts(key, 'en').label, answer)
  }
  return factsRead(condition).map(lineOf).join(words.and)
}

/** What a figure lacks to its limit: 12 patents, 5 percentage points, 3,000,000 yuan. */
export function lackingInEnglish({ fact: key, atLeast }: AtLeast, { answers }: Told): string {
  const { unit = '' } = factTexts(key, 'en')
  const missing = writeShortfall(inUnitOf('en', key, atLeast), inUnitOf('en', key, Number(answers[key])))
  return countedInEnglish(grouped(missing), facts[key].type === 'percent' ? words.points : unit)
}

function shortfall(comparison: Comparison, told: Told): string {
  const { fact: key } = comparison
  if (!('atLeast' in comparison) || !('unit' in facts[key])) return comparisonInWords(comparison)
  const lacking = lackingInEnglish(comparison, told)
  const approximate = told.said?.[key]
  return approximate ? shortfallInWords('en', key, approximate, lacking) : words.short(lacking)
}

/** What an unmet condition lacks. */
export function gapInEnglish(condition: Condition, told: Told): string {
  if ('unsettled' in condition) return ''
  if ('fact' in condition) return shortfall(condition, told)
  const isAll = 'allOf' in condition
  const parts = isAll ? condition.allOf.filter((part) => evaluate(part, told.answers) === 'unmet') : condition.anyOf
  const nameOf = (part: Condition): string =>
    'fact' in part && 'atLeast' in part ? words.named(factTexts(part.fact, 'en').label, '') : ''
  return parts.map((part) => `${nameOf(part)}${gapInEnglish(part, told)}`).join(isAll ? words.and : words.or)
}
