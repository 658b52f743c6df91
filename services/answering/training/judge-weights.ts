import { probabilityOf } from '../../../knowledge/learning/linear-models.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { rankCandidates } from '../retrieve/rank.ts'
import type { Weights } from '../retrieve/weights.ts'
import type { Example } from './examples.ts'
import type { Judged } from './decision-marks.ts'
import { decisionsOf, scoreOf } from './learn-weights.ts'
import { answeredAt, areaUnderCurve } from './operating-points.ts'

/** A decision on a set that the weights were not learned from, with the probability given. */
export type Foreseen = Judged & { probability: number }

/** How often the right clause was first and among three, of the questions that the notices answer. */
type Ranks = { first: number; three: number; of: number }

export type JudgedSet = { set: string; ranks: Ranks; decisions: Foreseen[] }

/** What a set is worth, in the order of the columns; shares are 0 … 1. */
export type Figures = {
  first: number
  three: number
  area: number
  at85: number
  at95: number
  answered: number
  refused: number
  cut: number
}

/** How weights rank and decide examples that they were not learned from. */
export function judgeBy(weights: Weights, set: string, examples: Example[]): JudgedSet {
  const ranks: Ranks = { first: 0, three: 0, of: 0 }
  for (const { isAnswered, reading, candidates, isRight } of examples) {
    if (!isAnswered) continue
    const at = rankCandidates(reading, candidates, weights).findIndex(({ entry }) => isRight(entry))
    ranks.of++
    if (at === 0) ranks.first++
    if (at >= 0 && at < 3) ranks.three++
  }
  const decisions = examples
    .flatMap((example) => decisionsOf(example, weights))
    .filter(({ kind }) => kind !== 'gone')
    .map((decision) => ({ ...decision, probability: probabilityOf(scoreOf(decision, weights)) }))
  return { set, ranks, decisions }
}

export function figuresOf({ first, three, of }: Ranks, decisions: Foreseen[]): Figures {
  const probabilities = (kind: Judged['kind']): number[] =>
    decisions.filter((decision) => decision.kind === kind).map(({ probability }) => probability)
  const scores = { answered: probabilities('answered'), refused: probabilities('unanswered') }
  const answeredOf = (some: number[]): number =>
    some.filter((probability) => probability >= leastProbability).length / some.length
  return {
    first: first / of,
    three: three / of,
    area: areaUnderCurve(scores),
    at85: answeredAt(scores, 0.85),
    at95: answeredAt(scores, 0.95),
    answered: answeredOf(scores.answered),
    refused: 1 - answeredOf(scores.refused),
    cut: 1 - answeredOf(probabilities('cut')),
  }
}
