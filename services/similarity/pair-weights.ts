import stored from './weights.json' with { type: 'json' }
import { probabilityOf } from '../../knowledge/learning/linear-models.ts'
import { type AskMarks, askMarks, type PairFeatures, pairFeatureNames, pairFeatures } from './pair-features.ts'
import type { QuestionSense } from './sense.ts'

/** What is learned of pairs of questions (`npm run train:groups`): weights of features, and of what both or one of them ask for. */
export type PairWeights = {
  features: Record<string, number>
  shared: Record<string, number>
  differing: Record<string, number>
}

const learned: PairWeights = stored

/** How probably two questions ask the same, of which nothing tells them apart outright: 0 … 1. */
export const likelihoodOf = (one: QuestionSense, other: QuestionSense, weights: PairWeights = learned): number =>
  probabilityOf(scoreOf(pairFeatures(one, other), askMarks(one, other), weights))

function scoreOf(features: PairFeatures, { shared, differing }: AskMarks, weights: PairWeights): number {
  const sumOf = (names: readonly string[], worth: Record<string, number>) =>
    names.reduce((sum, name) => sum + (worth[name] ?? 0), 0)
  const ofFeatures = pairFeatureNames.reduce((sum, name) => sum + (weights.features[name] ?? 0) * features[name], 0)
  return ofFeatures + sumOf(shared, weights.shared) + sumOf(differing, weights.differing)
}
