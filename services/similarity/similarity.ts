import { isDeepStrictEqual } from 'node:util'
import { areComparable, areSame, waitForTheSame } from './comparable.ts'
import { combinedContrasts, contrastsAgree } from './contrasts.ts'
import { fullCount, missingIn } from './matters/matters.ts'
import { nameOtherThings } from './pair-features.ts'
import { likelihoodOf, type PairWeights } from './pair-weights.ts'
import type { QuestionSense } from './sense.ts'

/**
 * From where on two questions count as one: the first for showing questions side by side, the second for giving one the
 * reviewed answer of the other. The figures they come to stand in `knowledge/pairs/README.md`.
 */
export const similarityLimits = { sameGroup: 0.6, sameAnswer: 0.65 }

/**
 * How probably two questions ask the same.
 *
 * @param weights Those learned, where none are given.
 * @returns 0 where they differ in what decides an answer (programme, year, figures, what it denies, a value of a contrast);
 *   otherwise what the learned weights make of their words, of what they ask for and of the clauses they lead to: 0 … 1.
 */
export function similarityOf(one: QuestionSense, other: QuestionSense, weights?: PairWeights): number {
  if (!areComparable(one, other)) return 0
  return isDeepStrictEqual(spokenOf(one), spokenOf(other)) ? 1 : likelihoodOf(one, other, weights)
}

/** What two questions share that say the same in the same words. */
const spokenOf = ({ terms, asks, value, figures, years, contrasts }: QuestionSense) => [
  terms,
  asks,
  value,
  figures,
  years,
  contrasts,
]

/**
 * Whether the reviewed answer of one question may answer another, as far as what both name goes: what one leaves open counts
 * against it where that decides an answer (三级医院, 30件).
 */
export const mayShareAnswer = (one: QuestionSense, other: QuestionSense): boolean =>
  waitForTheSame(one, other) &&
  (fullCount(missingIn(one.matters, other.matters)) === 0 || fullCount(missingIn(other.matters, one.matters)) === 0) &&
  contrastsAgree(one.contrasts, other.contrasts) &&
  areSame(one.figures, other.figures) &&
  !nameOtherThings(one, other)

/**
 * What two questions say together that count as one: what either leaves open and the other says is said. A third is held
 * against this, so that 「最多几份」 and 「至少几份」 don't meet through 「几份」. The words are those of the first.
 */
export function combined(one: QuestionSense, other: QuestionSense): QuestionSense {
  const scope = one.scope ?? other.scope
  return {
    ...one,
    ...(scope !== undefined && { scope }),
    years: one.years.length > 0 ? one.years : other.years,
    figures: one.figures.length > 0 ? one.figures : other.figures,
    contrasts: combinedContrasts(one.contrasts, other.contrasts),
  }
}
