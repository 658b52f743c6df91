import { isSingle } from '../../knowledge/language/characters.ts'
import { sentencesOf } from './excerpt.ts'
import { type Aspect, aspectsOfClause } from '../../knowledge/finding/aspects.ts'
import { type Entry, fold } from '../../knowledge/finding/catalogue.ts'
import { type Question, subjectUnits, totalWeight } from './question.ts'
import type { Scored } from './score-entries.ts'
import { coveredWeight } from './unit-coverage.ts'

/**
 * What the best clause must show to answer from it: shares of the question's weight, and weights. Measured on
 * questions with and without an answer.
 */
export const thresholds = {
  named: 0.3,
  namedWeight: 3.9,
  namedShare: 0.15,
  unnamed: 0.45,
  unnamedEnglish: 0.6,
  unnamedWeight: 4,
  withoutAspect: 0.45,
  unnamedWithoutAspect: 0.86,
  withoutValue: 0.55,
  withoutCount: 0.8,
  /** Share at which a clause with the value asked for answers, though no heading calls it a target, a sum or a number. */
  softAspect: 0.6,
  /** Share at which a few words suffice: nothing of the question is left open. */
  whole: 0.9,
  /** Words that no clause holds are what the question is about from this weight and share on, with next to nothing covered. */
  foreignWeight: 2,
  foreignShare: 0.8,
  foreignCovered: 0.1,
}

/** Whether the question itself points to the clause's notice: by field, name, programme or year. */
export function pointsTo(question: Question, entry: Entry): boolean {
  const { notice } = entry
  if (question.notices.size > 0) return question.notices.has(notice.id)
  return notice.programmes.some(({ id }) => question.programmes.has(id)) || question.years.includes(notice.year)
}

/** Aspects that a clause either has or does not speak to at all: no other clause can stand in. */
export const hard = new Set<Aspect>([
  'contact',
  'deadline',
  'procedure',
  'applicant',
  'materials',
  'conditions',
  'matching',
])

/** Whether the best clause answers the question, or only shares some words with it. */
export function isAnswer(question: Question, best: Scored | undefined): best is Scored {
  if (!best) return false
  const { coverage, entry } = best
  const weight = coverage * totalWeight(question.units)
  const aspects = [...question.aspects].filter((aspect) => aspect !== 'definition')
  const asks = aspects.length > 0
  const named = pointsTo(question, entry)
  const valueAsked = question.value.kind !== 'text'
  const otherField = !named && question.notices.size > 0
  if (otherField && (asks || entry.notice.programmes.length > 0 || coverage < thresholds.unnamedWithoutAspect))
    return false
  if (isOtherYear(question, entry)) return false
  if (named && isForeign(question, entry)) return false
  if (
    valueAsked &&
    !best.value &&
    coverage < (question.value.kind === 'count' ? thresholds.withoutCount : named ? thresholds.withoutValue : 0.7)
  )
    return false
  if (asks && best.aspect < 0.2) {
    const hardest = aspects.filter((aspect) => hard.has(aspect) && aspect !== 'materials' && aspect !== 'conditions')
    if (hardest.length > 0 && !aspects.includes('form')) return false
    if (aspects.some((aspect) => hard.has(aspect))) return named && coverage >= thresholds.withoutAspect && weight >= 6
    return (
      coverage >=
        (valueAsked && best.value
          ? thresholds.softAspect
          : named
            ? thresholds.withoutAspect
            : thresholds.unnamedWithoutAspect) && weight >= 4.5
    )
  }
  if (named) {
    if (asks && best.aspect >= 0.45 && weight >= 2) return true
    return coverage >= thresholds.named || (weight >= thresholds.namedWeight && coverage >= thresholds.namedShare)
  }
  if (asks && (best.aspect < 0.6 || !holdsTogether(question, entry)) && coverage < thresholds.unnamedWithoutAspect)
    return false
  return (
    (coverage >= thresholds.whole && weight >= 2) ||
    (coverage >= (question.english ? thresholds.unnamedEnglish : thresholds.unnamed) &&
      weight >= thresholds.unnamedWeight)
  )
}

/** Whether what is asked about stands in no clause at all (医院的挂号电话), and only a field and an aspect fit. */
function isForeign(question: Question, entry: Entry): boolean {
  if (question.years.length > 0 || question.programmes.size > 0 || question.leaning) return false
  const content = subjectUnits(question)
  const covered = coveredWeight(entry, content, question)
  return (
    totalWeight(content) >= thresholds.foreignWeight &&
    totalWeight(content.filter((unit) => unit.unknown)) >= thresholds.foreignShare * totalWeight(content) &&
    covered < thresholds.foreignCovered * totalWeight(content)
  )
}

/** A clause of another year than the one asked for, which does not speak of that year either. */
export const isOtherYear = (question: Question, entry: Entry): boolean =>
  question.years.length > 0 &&
  !question.years.includes(entry.notice.year) &&
  (question.notices.size > 0 || question.programmes.size > 0 || entry.notice.programmes.length > 0) &&
  !question.years.some((year) => entry.own.includes(String(year)))

/**
 * Whether one sentence of the clause speaks both of what is asked about and of the aspect asked for. Who is responsible
 * stands in a bracket of its own after the sentences, and speaks for all of them.
 */
function holdsTogether(question: Question, entry: Entry): boolean {
  const aspects = [...question.aspects].filter((aspect) => aspect !== 'responsible')
  const content = subjectUnits(question)
  const total = totalWeight(content)
  if (total === 0 || aspects.length === 0 || aspects.some((aspect) => entry.aspects.get(aspect) === 1)) return true
  return sentencesOf(entry.clause.text).some((sentence) => {
    const text = fold(sentence)
    const speaks = aspectsOfClause({ ...entry.clause, text: sentence, path: '' })
    const held = content.filter((unit) => unit.words.some((word) => !isSingle(word) && text.includes(word)))
    return aspects.some((aspect) => speaks.has(aspect)) && totalWeight(held) >= 0.3 * total
  })
}
