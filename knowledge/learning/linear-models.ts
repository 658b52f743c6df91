import { minimise } from './minimise.ts'

/**
 * One choice to learn from: the features of each candidate, and which of them are right (at least one, not all).
 * `pairs` says which rows of a table of weights the question stands for, and which columns each candidate.
 */
export type Choice = {
  candidates: Float64Array[]
  right: boolean[]
  pairs?: { rows: readonly number[]; columns: readonly (readonly number[])[] }
}

/** A table of further weights: a candidate's score also has the sum over its columns of all rows of its question. */
export type Table = { rows: number; columns: number; strength: number }

/** One decision to learn from. `marks` are the numbers of further features that are 1; all others of them are 0. */
export type Decision = { features: Float64Array; isTrue: boolean; weight?: number; marks?: readonly number[] }

/** How many features are given as marks, and the strength of their penalty. */
export type Marks = { count: number; strength: number }

/**
 * Learns a linear ranking: the probability of a candidate is the softmax of its score over the candidates of its choice,
 * and the probability of the right ones together is made as large as possible.
 *
 * @param strength Of the L2 penalty, per choice; greater means smaller weights.
 * @param options.table Weights for pairs of a question and a candidate, with a penalty of their own.
 * @returns One weight per feature, and behind them those of the table, row by row.
 */
export function learnRanking(
  choices: Choice[],
  size: number,
  strength = 0.002,
  {
    table = { rows: 0, columns: 0, strength: 0 },
    mostIterations = 500,
  }: { table?: Table; mostIterations?: number } = {},
): Float64Array {
  const { rows, columns } = table
  const inRows = new Float64Array(columns)
  const slopes = new Float64Array(columns)
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let loss =
      penalise(weights, gradient, 0, size, strength) + penalise(weights, gradient, size, weights.length, table.strength)
    for (const { candidates, right, pairs } of choices) {
      inRows.fill(0)
      slopes.fill(0)
      for (const row of pairs?.rows ?? [])
        for (let at = 0; at < columns; at++) inRows[at]! += weights[size + row * columns + at]!
      const exponentials = candidates.map((features, at) => {
        let score = partialDot(weights, features)
        for (const column of pairs?.columns[at] ?? []) score += inRows[column]!
        return score
      })
      const most = Math.max(...exponentials)
      let [all, held] = [0, 0]
      for (const [at, score] of exponentials.entries()) {
        const odds = Math.exp(score - most)
        exponentials[at] = odds
        all += odds
        if (right[at]) held += odds
      }
      loss -= Math.log(held / all) / choices.length
      for (const [at, features] of candidates.entries()) {
        const odds = exponentials[at]!
        const share = (odds / all - (right[at] ? odds / held : 0)) / choices.length
        if (Math.abs(share) < negligible) continue
        for (let index = 0; index < size; index++) gradient[index]! += share * features[index]!
        for (const column of pairs?.columns[at] ?? []) slopes[column]! += share
      }
      for (const row of pairs?.rows ?? [])
        for (let at = 0; at < columns; at++) gradient[size + row * columns + at]! += slopes[at]!
    }
    return loss
  }
  return minimise(objective, new Float64Array(size + rows * columns), { mostIterations }).x
}

/**
 * Learns a logistic regression.
 *
 * @returns One weight per feature, and behind them one per mark; the features must hold a constant 1 where a bias is wanted.
 */
export function learnDecision(
  decisions: Decision[],
  size: number,
  strength = 0.002,
  marked: Marks = { count: 0, strength: 0 },
): Float64Array {
  const total = sum(decisions.map(({ weight = 1 }) => weight))
  return minimise(
    (weights, gradient) => {
      let loss =
        penalise(weights, gradient, 0, size, strength) +
        penalise(weights, gradient, size, weights.length, marked.strength)
      for (const { features, isTrue, weight = 1, marks = [] } of decisions) {
        const sum = marks.reduce((total, mark) => total + weights[size + mark]!, partialDot(weights, features))
        const score = sum * (isTrue ? 1 : -1)
        const share = weight / total
        loss += share * Math.log1p(Math.exp(-Math.abs(score))) + share * Math.max(0, -score)
        const slope = ((isTrue ? -1 : 1) * share) / (1 + Math.exp(score))
        for (let index = 0; index < size; index++) gradient[index]! += slope * features[index]!
        for (const mark of marks) gradient[size + mark]! += slope
      }
      return loss
    },
    new Float64Array(size + marked.count),
  ).x
}

/** The probability that a logistic regression gives a score. */
export const probabilityOf = (score: number): number => 1 / (1 + Math.exp(-score))

/** A candidate's slope below which it is left out: most are hopeless, and cost as much time as the others. */
const negligible = 1e-10

/** Sets the gradient of some weights to that of their L2 penalty, and returns its value. */
function penalise(weights: Float64Array, gradient: Float64Array, from: number, to: number, strength: number): number {
  let squares = 0
  for (let at = from; at < to; at++) {
    gradient[at] = strength * weights[at]!
    squares += weights[at]! ** 2
  }
  return (strength / 2) * squares
}

/** The product of features with the first weights. */
function partialDot(weights: Float64Array, features: Float64Array): number {
  let sum = 0
  for (let at = 0; at < features.length; at++) sum += weights[at]! * features[at]!
  return sum
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
