import { lengthOf } from '../../knowledge/language/characters.ts'
import { combinedContrasts, contrastsAgree } from './contrasts.ts'
import type { QuestionSense } from './question-sense.ts'

/**
 * From where on two questions count as one. Measured on paraphrases and near misses (`test/services/similarity`): the
 * first for showing questions side by side, the second for giving one the reviewed answer of the other.
 */
export const similarityLimits = { sameGroup: 0.42, sameAnswer: 0.58 }

/** What a word weighs that names another thing when it stands in the place of another word. */
const tellingWeight = 2

/**
 * How alike in meaning two questions are.
 *
 * @returns 0 where they differ in what decides an answer (programme, year, figures, aspect, kind of value,
 *   what it denies, a value of a contrast);
 *   otherwise the smaller of the two shares of weight that the words of one find in the other: 0 … 1.
 */
export function similarityOf(one: QuestionSense, other: QuestionSense): number {
  if (!areComparable(one, other)) return 0
  if (isBare(one) && isBare(other)) return Number(one.value === other.value)
  const [there, back] = [compare(one.terms, other.terms), compare(other.terms, one.terms)]
  const share = Math.min(there.share, back.share)
  // Each has a word of its own that the other lacks: 食堂 here, 停车 there.
  return there.missing >= tellingWeight && back.missing >= tellingWeight ? share / 2 : share
}

/**
 * What two questions say together that count as one: what either leaves open and the other says is said. A third is held
 * against this, so that 「最多几份」 and 「至少几份」 don't meet through 「几份」. The words are those of the first.
 */
export function combined(one: QuestionSense, other: QuestionSense): QuestionSense {
  return {
    ...one,
    years: one.years.length > 0 ? one.years : other.years,
    aspects: one.aspects.length >= other.aspects.length ? one.aspects : other.aspects,
    value: one.value || other.value,
    contrasts: combinedContrasts(one.contrasts, other.contrasts),
  }
}

/** Whether nothing that decides an answer tells two questions apart, whatever their words. */
function areComparable(one: QuestionSense, other: QuestionSense): boolean {
  return (
    one.scope === other.scope &&
    agree(one.years, other.years, one.scope !== undefined) &&
    agree(one.figures, other.figures, false) &&
    (isWithin(one.aspects, other.aspects) || isWithin(other.aspects, one.aspects)) &&
    (one.value === other.value || one.value === '' || other.value === '') &&
    one.compares === other.compares &&
    agree(one.negations, other.negations, false) &&
    contrastsAgree(one.contrasts, other.contrasts)
  )
}

/** Whether nothing is left of a question but its kind and what is compared for itself: 「什么时候」, 「50件够吗」. */
const isBare = ({ terms }: QuestionSense): boolean => Object.keys(terms).length === 0

const isWithin = <T>(some: T[], all: T[]): boolean => some.every((value) => all.includes(value))

/** Whether two lists say the same; one that says nothing may agree with any. */
function agree<T>(one: T[], other: T[], mayBeSilent: boolean): boolean {
  if (mayBeSilent && (one.length === 0 || other.length === 0)) return true
  return one.length === other.length && isWithin(one, other)
}

/** The share of weight of some terms that others hold, and the weight of the heaviest that they don't. */
function compare(terms: Record<string, number>, others: Record<string, number>): { share: number; missing: number } {
  const names = Object.keys(others)
  let total = 0
  let found = 0
  let missing = 0
  for (const [term, weight] of Object.entries(terms)) {
    const held = nearest(term, names)
    total += weight
    found += weight * held
    if (held < 0.4) missing = Math.max(missing, weight)
  }
  return { share: total === 0 ? 0 : found / total, missing }
}

/** 1 for the same term, less for one that shares a character with it: 换 and 更换. */
function nearest(term: string, names: string[]): number {
  if (names.includes(term)) return 1
  if (term.startsWith('@') || /^[a-z\d.]+$/u.test(term)) return 0
  const shared = [...term].filter((sign) => names.some((name) => !name.startsWith('@') && name.includes(sign)))
  return (0.8 * shared.length) / lengthOf(term)
}
