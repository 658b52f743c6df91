import { learnDecision } from '../../../knowledge/learning/linear-models.ts'
import { type CueName, cueNames } from '../../answering/understand/cues.ts'
import { areComparable } from '../comparable.ts'
import { askMarks, pairFeatureNames, pairFeatures } from '../pair-features.ts'
import type { PairWeights } from '../pair-weights.ts'
import { similarityOf } from '../similarity.ts'
import type { ReadPair } from './read-pairs.ts'

/** Strength of the L2 penalty, per pair: of features, and of what is asked for, of which there are many. */
const penalty = { features: 0.004, asks: 0.02 }
/** Of hundreds of questions nearly all pairs differ, and most of those are easily told: each counts for less. */
const differingWeight = 0.1
/** Pairs that somebody wrote down as such, mostly near misses, count for more. */
const writtenWeight = 2

const rowOf = new Map<string, number>(cueNames.map((name: CueName, at) => [name, at]))

/** Learns what makes two questions the same, from those pairs that nothing tells apart outright. */
export function learnPairs(pairs: readonly ReadPair[]): PairWeights {
  const size = pairFeatureNames.length
  const decisions = pairs
    .filter(({ senses: [one, other] }) => areComparable(one, other))
    .map(({ same, asks, senses: [one, other] }) => {
      const features = pairFeatures(one, other)
      const { shared, differing } = askMarks(one, other)
      return {
        features: Float64Array.from(pairFeatureNames, (name) => features[name]),
        marks: [...marksAt(shared, 0), ...marksAt(differing, 1)],
        isTrue: same,
        weight: asks ? (same ? 1 : differingWeight) : writtenWeight,
      }
    })
  const learned = learnDecision(decisions, size, penalty.features, { count: 2 * rowOf.size, strength: penalty.asks })
  const weightsOf = (side: number): Record<string, number> =>
    Object.fromEntries(cueNames.map((name, at) => [name, rounded(learned[size + 2 * at + side]!)]))
  return {
    features: Object.fromEntries(pairFeatureNames.map((name, at) => [name, rounded(learned[at]!)])),
    shared: weightsOf(0),
    differing: weightsOf(1),
  }
}

const marksAt = (names: readonly string[], side: number): number[] =>
  names.flatMap((name) => (rowOf.has(name) ? [2 * rowOf.get(name)! + side] : []))

const rounded = (weight: number): number => Number(weight.toFixed(3))

/** How many of some pairs count as the same at a limit: those that are, and those that are not. */
export function countAt(
  pairs: readonly ReadPair[],
  limit: number,
  weights?: PairWeights,
): { right: number; wrong: number; same: number; apart: number } {
  const taken = pairs.filter(({ senses: [one, other] }) => similarityOf(one, other, weights) >= limit)
  const right = taken.filter(({ same }) => same).length
  const same = pairs.filter((pair) => pair.same).length
  return { right, wrong: taken.length - right, same, apart: pairs.length - same }
}

/** What share of those taken for the same are, and of those that are, is taken for it: 0 … 1 each. */
export function sharesAt(pairs: readonly ReadPair[], limit: number): { precision: number; recall: number } {
  const { right, wrong, same } = countAt(pairs, limit)
  return { precision: right / Math.max(1, right + wrong), recall: right / Math.max(1, same) }
}
