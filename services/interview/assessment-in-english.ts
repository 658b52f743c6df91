import { assessmentTextsEnglish as words } from '../../prompts/assessment-texts-english.ts'
import type { Interview } from '../conversations/interview.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { factTexts, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { type FactKey, facts } from '../eligibility/facts.ts'
import { writeFigure, writeShortfall } from '../eligibility/figure.ts'
import { englishProgrammes } from '../eligibility/programmes/english.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { type Answers, type Comparison, type Condition, evaluate, factsRead } from '../eligibility/rule.ts'
import { shortfallInWords } from './approximate-assessment.ts'
import { windowNote } from './programme-texts.ts'

type Said = Interview['said']

/** The same assessment with all that is said of it in English; what is quoted stays as it stands in the notice. */
export function inEnglishWords(
  programme: ResolvedProgramme,
  assessment: Assessment,
  answers: Answers,
  said: Said,
): Assessment {
  const english = englishProgrammes[programme.id]
  if (!english) return assessment
  const { parts, required = {}, notes = {}, preparation } = english
  const criteria = assessment.criteria.map((criterion) => {
    const condition = programme.criteria.find(({ id }) => id === criterion.id)!
    const { note: _, gap: __, ...rest } = criterion
    const note = notes[criterion.id]
    return {
      ...rest,
      title: parts[criterion.id] ?? criterion.title,
      required: required[criterion.id] ?? requirement(condition),
      actual: actual(condition, answers, said),
      ...(criterion.status === 'unmet' && { gap: gap(condition, answers, said) }),
      ...(note !== undefined && { note }),
    }
  })
  return {
    ...assessment,
    criteria,
    window: { ...assessment.window, note: windowNote('en', assessment.window) },
    preferences: assessment.preferences.map((one) => ({ ...one, title: parts[one.id] ?? one.title })),
    preparation: assessment.preparation.map((one) => ({ ...one, text: preparation[one.id] ?? one.text })),
    ...(assessment.nearestFix && { nearestFix: fix(assessment.nearestFix, assessment.window.status, answers, said) }),
  }
}

const figure = (key: FactKey, value: number): string => writeAnswerIn('en', key, value)

function comparisonInWords(comparison: Comparison): string {
  const { label, need, options = {} } = factTexts(comparison.fact, 'en')
  if ('atLeast' in comparison) return words.atLeast(label, figure(comparison.fact, comparison.atLeast))
  if ('oneOf' in comparison)
    return words.oneOf(label, comparison.oneOf.map((value) => options[value] ?? value).join(' / '))
  return need ?? label
}

function requirement(condition: Condition): string {
  if ('fact' in condition) return comparisonInWords(condition)
  if ('unsettled' in condition) return requirement(condition.unsettled)
  return 'allOf' in condition
    ? condition.allOf.map(requirement).join(words.and)
    : condition.anyOf.map(requirement).join(words.or)
}

function answerInWords(key: FactKey, answers: Answers, said: Said): string {
  const answer = answers[key]
  const { yes = '', no = '' } = factTexts(key, 'en')
  if (answer === undefined || answer === null) return words.notAnswered
  return typeof answer === 'boolean' ? (answer ? yes : no) : writeAnswerIn('en', key, answer, said?.[key])
}

function actual(condition: Condition, answers: Answers, said: Said): string {
  if ('fact' in condition) return answerInWords(condition.fact, answers, said)
  return factsRead(condition)
    .map((key) => words.named(factTexts(key, 'en').label, answerInWords(key, answers, said)))
    .join(words.and)
}

function shortfall(comparison: Comparison, answers: Answers, said: Said): string {
  const { fact: key } = comparison
  const fact = facts[key]
  if (!('atLeast' in comparison) || !('unit' in fact)) return comparisonInWords(comparison)
  const { unit = '' } = factTexts(key, 'en')
  const missing = writeShortfall(comparison.atLeast, Number(answers[key]))
  const lacking = `${missing} ${fact.type === 'percent' ? words.points : unit}`
  const approximate = said?.[key]
  return approximate ? shortfallInWords('en', key, approximate, lacking) : words.short(lacking)
}

function gap(condition: Condition, answers: Answers, said: Said): string {
  if ('unsettled' in condition) return ''
  if ('fact' in condition) return shortfall(condition, answers, said)
  const isAll = 'allOf' in condition
  const parts = isAll ? condition.allOf.filter((part) => evaluate(part, answers) === 'unmet') : condition.anyOf
  return parts
    .map(
      (part) =>
        ('fact' in part && 'atLeast' in part ? `${factTexts(part.fact, 'en').label}: ` : '') + gap(part, answers, said),
    )
    .join(isAll ? words.and : words.or)
}

function fix(
  nearest: NonNullable<Assessment['nearestFix']>,
  status: Assessment['window']['status'],
  answers: Answers,
  said: Said,
): NonNullable<Assessment['nearestFix']> {
  const inWords = ({ key: named, to }: { key: string; to: boolean | number | string }) => {
    const key = named as FactKey
    const { label, need } = factTexts(key, 'en')
    if (typeof to !== 'number') return need ?? `${label}: ${writeAnswerIn('en', key, to)}`
    return `${label}: ${answerInWords(key, answers, said)} → ${writeFigure(to)}`
  }
  const changes = nearest.changes.map((one) => ({ ...one, text: inWords(one), why: '' }))
  const confirmations = nearest.confirmations.map((one) => ({ ...one, text: inWords(one) }))
  const needs = [...changes, ...confirmations].map(({ text }) => text).join(words.and)
  const closing = status === 'closed' ? ` ${words.onlyForNext}` : ''
  return { ...nearest, changes, confirmations, text: words.fix(changes.length + confirmations.length, needs) + closing }
}
