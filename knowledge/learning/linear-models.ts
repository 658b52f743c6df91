import { dot, minimise } from './minimise.ts'

/** One choice to learn from: the features of each candidate, and which of them are right (at least one, not all). */
export type Choice = { candidates: Float64Array[]; right: boolean[] }

/** One decision to learn from. */
export type Decision = { features: Float64Array; isTrue: boolean; weight?: number }

/**
 * Learns a linear ranking: the probability of a candidate is the softmax of its score over the candidates of its choice,
 * and the probability of the right ones together is made as large as possible.
 *
 * @param strength Of the L2 penalty, per choice; greater means smaller weights.
 * @returns One weight per feature.
 */
export function learnRanking(choices: Choice[], size: number, strength = 0.002): Float64Array {
  return minimise((weights, gradient) => {
    let loss = penalise(weights, gradient, strength)
    for (const { candidates, right } of choices) {
      const scores = candidates.map((features) => dot(weights, features))
      const most = Math.max(...scores)
      const exponentials = scores.map((score) => Math.exp(score - most))
      const all = sum(exponentials)
      const held = sum(exponentials.filter((_, at) => right[at]))
      loss -= Math.log(held / all) / choices.length
      for (const [at, features] of candidates.entries()) {
        const share = exponentials[at]! / all - (right[at] ? exponentials[at]! / held : 0)
        for (let index = 0; index < size; index++) gradient[index]! += (share * features[index]!) / choices.length
      }
    }
    return loss
  }, new Float64Array(size)).x
}

/**
 * Learns a logistic regression.
 *
 * @returns One weight per feature; the features must hold a constant 1 where a bias is wanted.
 */
export function learnDecision(decisions: Decision[], size: number, strength = 0.002): Float64Array {
  const total = sum(decisions.map(({ weight = 1 }) => weight))
  return minimise((weights, gradient) => {
    let loss = penalise(weights, gradient, strength)
    for (const { features, isTrue, weight = 1 } of decisions) {
      const score = dot(weights, features) * (isTrue ? 1 : -1)
      const share = weight / total
      loss += share * Math.log1p(Math.exp(-Math.abs(score))) + share * Math.max(0, -score)
      const slope = ((isTrue ? -1 : 1) * share) / (1 + Math.exp(score))
      for (let index = 0; index < size; index++) gradient[index]! += slope * features[index]!
    }
    return loss
  }, new Float64Array(size)).x
}

/** The probability that a logistic regression gives a score. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

/** Adds the L2 penalty's gradient, and returns its value. */
function penalise(weights: Float64Array, gradient: Float64Array, strength: number): number {
  gradient.fill(0)
  for (let at = 0; at < weights.length; at++) gradient[at]! += strength * weights[at]!
  return (strength / 2) * dot(weights, weights)
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
