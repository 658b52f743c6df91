import { describe, expect, test } from 'vitest'
import {
  type Choice,
  type Decision,
  learnDecision,
  learnRanking,
  probabilityOf,
} from '../../../knowledge/learning/linear-models.ts'
import { noisyChoices, noisyDecisions, shuffled } from './made-up-examples.ts'

const size = 5
const choices = noisyChoices(40, size)
const decisions = noisyDecisions(60, size)
const score = (weights: ArrayLike<number>, features: Float64Array): number =>
  features.reduce((sum, feature, at) => sum + feature * weights[at]!, 0)
const squares = (weights: ArrayLike<number>): number =>
  Array.from(weights).reduce((sum, weight) => sum + weight ** 2, 0)

/** The penalised losses as the docstrings state them, computed without any of the tricks for large scores. */
function rankingLoss(weights: ArrayLike<number>, examples: Choice[], strength: number): number {
  const losses = examples.map(({ candidates, right }) => {
    const odds = candidates.map((features) => Math.exp(score(weights, features)))
    const all = odds.reduce((sum, one) => sum + one, 0)
    return -Math.log(odds.reduce((sum, one, at) => sum + (right[at] ? one : 0), 0) / all)
  })
  return losses.reduce((sum, loss) => sum + loss, 0) / examples.length + (strength / 2) * squares(weights)
}

function decisionLoss(weights: ArrayLike<number>, examples: Decision[], strength: number): number {
  let loss = 0
  let total = 0
  for (const { features, isTrue, weight = 1 } of examples) {
    const probability = 1 / (1 + Math.exp(-score(weights, features)))
    loss -= weight * Math.log(isTrue ? probability : 1 - probability)
    total += weight
  }
  return loss / total + (strength / 2) * squares(weights)
}

type Model = {
  learn(strength?: number): Float64Array
  learnShuffled(): Float64Array
  loss(weights: ArrayLike<number>, strength: number): number
}
const models: [string, Model][] = [
  [
    'ranking',
    {
      learn: (strength) => learnRanking(choices, size, strength),
      learnShuffled: () => learnRanking(shuffled(choices), size),
      loss: (weights, strength) => rankingLoss(weights, choices, strength),
    },
  ],
  [
    'decision',
    {
      learn: (strength) => learnDecision(decisions, size, strength),
      learnShuffled: () => learnDecision(shuffled(decisions), size),
      loss: (weights, strength) => decisionLoss(weights, decisions, strength),
    },
  ],
]
/** That of both when none is given. */
const usualStrength = 0.002
const nudged = (weights: Float64Array, at: number, by: number): Float64Array =>
  weights.map((weight, place) => (place === at ? weight + by : weight))

describe.each(models)('a %s learned from noise', (_, { learn, learnShuffled, loss }) => {
  test.each([usualStrength, 0.05, 1])('is a stationary point of the penalised loss at strength %d', (strength) => {
    const weights = learn(strength)
    for (let at = 0; at < size; at++) {
      const slope = (loss(nudged(weights, at, 1e-5), strength) - loss(nudged(weights, at, -1e-5), strength)) / 2e-5
      expect(Math.abs(slope)).toBeLessThan(1e-5)
    }
  })

  test('is a minimum: whichever weight is changed, the loss grows', () => {
    const weights = learn()
    for (let at = 0; at < size; at++)
      for (const by of [-0.1, 0.1])
        expect(loss(nudged(weights, at, by), usualStrength)).toBeGreaterThan(loss(weights, usualStrength))
    expect(loss(weights, usualStrength)).toBeLessThan(loss(new Float64Array(size), usualStrength))
  })

  test('is the same to the last bit when learned again', () => {
    const [one, other] = [learn(), learn()]
    expect([...other].every((weight, at) => Object.is(weight, one[at]))).toBe(true)
  })

  test('does not depend on the order of the examples', () => {
    const weights = learn()
    for (const [at, weight] of learnShuffled().entries()) expect(Math.abs(weight - weights[at]!)).toBeLessThan(1e-6)
  })

  test('shrinks as the penalty grows', () => {
    const lengths = [0.002, 0.02, 0.2, 2, 2_000].map((strength) => Math.sqrt(squares(learn(strength))))
    for (const [at, length] of lengths.slice(1).entries()) expect(length).toBeLessThan(lengths[at]!)
    expect(lengths.at(-1)).toBeLessThan(1e-3)
  })
})

describe('a toy set that can be told apart is learned', () => {
  test('as a ranking: each choice’s right candidate gets the greatest score', () => {
    const ruled = choices.map(({ candidates }): Choice => {
      const values = candidates.map((features) => features[0]! - 2 * features[3]!)
      return { candidates, right: values.map((value) => value === Math.max(...values)) }
    })
    const weights = learnRanking(ruled, size, 1e-4)
    for (const { candidates, right } of ruled) {
      const scores = candidates.map((features) => score(weights, features))
      expect(scores.indexOf(Math.max(...scores))).toBe(right.indexOf(true))
    }
    expect(weights[0]).toBeGreaterThan(0)
    expect(weights[3]).toBeLessThan(0)
  })

  test('as a decision: each true one gets more than a half, each other less', () => {
    const ruled = decisions.map(({ features }) => ({ features, isTrue: features[1]! - features[2]! > 0.2 }))
    const weights = learnDecision(ruled, size, 1e-5)
    for (const { features, isTrue } of ruled) expect(probabilityOf(score(weights, features)) > 0.5).toBe(isTrue)
    expect(weights[size - 1]).toBeLessThan(0)
  })

  test('where any of several right candidates will do, it is enough that one stands out', () => {
    const either: Choice = {
      candidates: [Float64Array.of(1, 0), Float64Array.of(0, 0), Float64Array.of(0, 1)],
      right: [true, true, false],
    }
    const weights = learnRanking([either], 2)
    expect(weights[0]).toBeGreaterThan(0)
    expect(weights[1]).toBeLessThan(0)
  })
})

test('what says nothing gets no weight: a feature alike for all candidates, and one that is always 0', () => {
  const dull = choices.map(({ candidates, right }) => ({
    candidates: candidates.map(([first = 0, second = 0]) => Float64Array.of(first, second, 1, 0)),
    right,
  }))
  const weights = learnRanking(dull, 4)
  expect(Math.abs(weights[2]!)).toBeLessThan(1e-6)
  expect(weights[3]).toBe(0)
})

test('a decision of weight three counts as three of weight one', () => {
  const repeated = decisions.flatMap(({ weight = 1, ...decision }) => Array.from({ length: weight }, () => decision))
  const [weights, others] = [learnDecision(decisions, size), learnDecision(repeated, size)]
  for (const [at, weight] of weights.entries()) expect(others[at]).toBeCloseTo(weight, 4)
})

test('features of any size leave the weights finite', () => {
  const large = choices.map(({ candidates, right }) => ({
    candidates: candidates.map((features) => features.map((feature) => feature * 1e4)),
    right,
  }))
  const far = decisions.map((decision) => ({ ...decision, features: decision.features.map((value) => value * 1e4) }))
  for (const weights of [learnRanking(large, size), learnDecision(far, size)])
    expect([...weights].every(Number.isFinite)).toBe(true)
})

test('from no examples nothing is learned', () => {
  expect([...learnRanking([], 2)]).toEqual([0, 0])
  expect([...learnDecision([], 2)]).toEqual([0, 0])
})

test.each([
  [0, 0.5],
  [Math.log(3), 0.75],
  [-Math.log(3), 0.25],
  [1_000, 1],
  [-1_000, 0],
])('a score of %d is a probability of %d', (value, probability) => {
  expect(probabilityOf(value)).toBeCloseTo(probability, 12)
})

describe('a table of pairs', () => {
  const table = { rows: 2, columns: 3, strength: 0.01 }
  const paired = choices.map((choice, at) => ({
    ...choice,
    pairs: {
      rows: at % 3 === 0 ? [0, 1] : [at % 2],
      columns: choice.candidates.map((_, place) => (place % 2 === 0 ? [place % 3] : [0, 2])),
    },
  }))

  test('is learned as if each pair were a feature of its own', () => {
    const spelt = paired.map(({ candidates, right, pairs }): Choice => {
      const spell = (features: Float64Array, columns: number[]): Float64Array => {
        const whole = new Float64Array(size + table.rows * table.columns)
        whole.set(features)
        for (const row of pairs.rows) for (const column of columns) whole[size + row * table.columns + column]! += 1
        return whole
      }
      return { candidates: candidates.map((features, at) => spell(features, pairs.columns[at]!)), right }
    })
    const weights = learnRanking(paired, size, 0.01, { table })
    expect(weights.length).toBe(size + 6)
    for (const [at, weight] of learnRanking(spelt, size + 6, 0.01).entries()) expect(weights[at]).toBeCloseTo(weight, 4)
  })

  test('has a penalty of its own', () => {
    const [free, bound] = [0.001, 1].map((strength) =>
      learnRanking(paired, size, 0.002, { table: { ...table, strength } }),
    )
    const inTable = (weights: Float64Array): number => squares(weights.subarray(size))
    expect(inTable(bound!)).toBeLessThan(inTable(free!) / 4)
    expect(squares(bound!.subarray(0, size))).toBeGreaterThan(squares(free!.subarray(0, size)) / 4)
  })
})

test('marks are learned as features of 1 with a penalty of their own', () => {
  const marked = decisions.map((one, at) => ({ ...one, marks: at % 3 === 0 ? [0, 1] : at % 3 === 1 ? [1] : [] }))
  const asFeatures = marked.map(({ features, marks, ...one }) => ({
    ...one,
    features: Float64Array.from([...features, ...[0, 1].map((mark) => Number(marks.includes(mark)))]),
  }))
  const same = learnDecision(marked, size, usualStrength, { count: 2, strength: usualStrength })
  const expected = learnDecision(asFeatures, size + 2, usualStrength)
  expect(same).toHaveLength(size + 2)
  for (const [at, weight] of expected.entries()) expect(same[at]).toBeCloseTo(weight, 3)
  const held = learnDecision(marked, size, usualStrength, { count: 2, strength: 100 })
  expect(Math.abs(held[size]!)).toBeLessThan(Math.abs(same[size]!) / 5)
})
