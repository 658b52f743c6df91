import { inEnglish } from '../../knowledge/language/write-day.ts'
import { assessmentTextsEnglish as words } from '../../prompts/assessment-texts-english.ts'
import type { Interview } from '../conversations/interview.ts'
import type { Bounds, Comparison, Condition, Period } from '../eligibility/document-conditions.ts'
import { factAt, type FactKey, type Facts } from '../eligibility/document-facts.ts'
import { countedInEnglish, factTexts, inUnitOf, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { grouped, writeShortfall } from '../eligibility/figure.ts'
import { brokenBound } from '../eligibility/gap.ts'
import { type Answers, evaluate, factsRead, isOnDays, isOnFigures } from '../eligibility/rule.ts'
import { shortfallInWords } from './approximate-assessment.ts'

/** What was answered, how figures were said that are not exact, and what was asked. */
export type Told = { answers: Answers; said: Interview['said']; facts: Facts }

function comparisonInWords(comparison: Comparison, facts: Facts): string {
  const fact = factAt(facts, comparison.fact)
  const { label, need, no, options = {} } = factTexts(fact, 'en')
  if ('is' in comparison) return (comparison.is ? need : no && words.notSo(no)) ?? label
  if ('oneOf' in comparison)
    return words.oneOf(label, comparison.oneOf.map((value) => options[value] ?? value).join(' / '))
  if (isOnDays(comparison)) return words.named(label, daysInWords(comparison))
  const figure = (value: number) => writeAnswerIn('en', fact, value)
  const { atLeast, moreThan, atMost, lessThan } = comparison
  const bounds = [
    ...(atLeast === undefined ? [] : [words.bounds.atLeast(figure(atLeast))]),
    ...(moreThan === undefined ? [] : [words.bounds.moreThan(figure(moreThan))]),
    ...(atMost === undefined ? [] : [words.bounds.atMost(figure(atMost))]),
    ...(lessThan === undefined ? [] : [words.bounds.lessThan(figure(lessThan))]),
  ]
  return words.named(label, bounds.join(words.both))
}

function periodInWords(period: Period): string {
  if ('years' in period) return words.period(period.years, 'year')
  return 'months' in period ? words.period(period.months, 'month') : words.period(period.days, 'day')
}

function daysInWords(
  comparison: Extract<Comparison, { notBefore?: string }> & { atLeastAgo?: Period; withinLast?: Period },
) {
  const { notBefore, notAfter, atLeastAgo, withinLast } = comparison
  if (atLeastAgo || withinLast) {
    const ago = atLeastAgo ? [words.atLeastAgo(periodInWords(atLeastAgo))] : []
    const last = withinLast ? [words.withinLast(periodInWords(withinLast))] : []
    return [...ago, ...last].join(words.both)
  }
  const from = notBefore === undefined ? [] : [words.notBefore(inEnglish(notBefore))]
  const to = notAfter === undefined ? [] : [words.notAfter(inEnglish(notAfter))]
  return [...from, ...to].join(words.both)
}

/** What a condition takes. */
export function requirementInEnglish(condition: Condition, facts: Facts): string {
  const each = (parts: readonly Condition[]) => parts.map((part) => requirementInEnglish(part, facts))
  if ('fact' in condition) return comparisonInWords(condition, facts)
  if ('unsettled' in condition) return requirementInEnglish(condition.unsettled, facts)
  if ('if' in condition)
    return words.ifSo(requirementInEnglish(condition.if, facts), requirementInEnglish(condition.then, facts))
  if ('atLeastOf' in condition)
    return words.atLeastOf(condition.atLeastOf.count, each(condition.atLeastOf.of).join(words.and))
  return 'allOf' in condition ? each(condition.allOf).join(words.and) : each(condition.anyOf).join(words.or)
}

/** What was answered to a fact. */
export function answerInEnglish(key: FactKey, { answers, said, facts }: Told): string {
  const answer = answers[key]
  const fact = factAt(facts, key)
  const { yes = '', no = '' } = factTexts(fact, 'en')
  if (answer === undefined || answer === null) return words.notAnswered
  return typeof answer === 'boolean' ? (answer ? yes : no) : writeAnswerIn('en', fact, answer, said?.[key])
}

/** What was answered to all that a condition reads. */
export function actualInEnglish(condition: Condition, told: Told): string {
  if ('fact' in condition) return answerInEnglish(condition.fact, told)
  const lineOf = (key: FactKey): string => {
    const answer = answerInEnglish(key, told)
    const saysAll = typeof told.answers[key] === 'boolean'
    return saysAll ? answer : words.named(factTexts(factAt(told.facts, key), 'en').label, answer)
  }
  return factsRead(condition).map(lineOf).join(words.and)
}

/** What a figure lacks to its limit, or has too much: 12 patents, 5 percentage points, 3,000,000 yuan. */
export function lackingInEnglish(comparison: Bounds, { answers, facts }: Told): string {
  const fact = factAt(facts, comparison.fact)
  const { unit = '' } = factTexts(fact, 'en')
  const { limit, isUpper, isIn } = brokenBound(comparison, Number(answers[comparison.fact]))
  const beside = fact.type === 'int' && !isIn ? (isUpper ? Math.ceil(limit) - 1 : Math.floor(limit) + 1) : limit
  const [reached, given] = [inUnitOf('en', fact, beside), inUnitOf('en', fact, Number(answers[comparison.fact]))]
  const missing = isUpper ? writeShortfall(given, Math.max(reached, 0)) : writeShortfall(reached, given)
  return countedInEnglish(grouped(missing), fact.type === 'percent' ? words.points : unit)
}

function shortfall(comparison: Comparison, told: Told): string {
  const { fact: key } = comparison
  if (!isOnFigures(comparison)) return comparisonInWords(comparison, told.facts)
  const { limit, isUpper } = brokenBound(comparison, Number(told.answers[key]))
  if (limit === told.answers[key]) return comparisonInWords(comparison, told.facts)
  const lacking = lackingInEnglish(comparison, told)
  const approximate = told.said?.[key]
  if (approximate) return shortfallInWords('en', factAt(told.facts, key), approximate, lacking)
  return isUpper ? words.tooMuch(lacking) : words.short(lacking)
}

/** What an unmet condition lacks. */
export function gapInEnglish(condition: Condition, told: Told): string {
  if ('unsettled' in condition) return ''
  if ('fact' in condition) return shortfall(condition, told)
  if ('if' in condition) return gapInEnglish(condition.then, told)
  const unmetOf = (parts: readonly Condition[]) => parts.filter((part) => evaluate(part, told.answers) === 'unmet')
  const nameOf = (part: Condition): string =>
    isOnFigures(part) ? words.named(factTexts(factAt(told.facts, part.fact), 'en').label, '') : ''
  const gapsOf = (parts: readonly Condition[]) => parts.map((part) => `${nameOf(part)}${gapInEnglish(part, told)}`)
  if ('allOf' in condition) return gapsOf(unmetOf(condition.allOf)).join(words.and)
  if ('anyOf' in condition) return gapsOf(condition.anyOf).join(words.or)
  const { count, of } = condition.atLeastOf
  const lacking = count - of.filter((part) => evaluate(part, told.answers) === 'met').length
  return words.atLeastOf(lacking, gapsOf(unmetOf(of)).join(words.and))
}
