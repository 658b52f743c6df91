import { type Decision, learnDecision, learnRanking } from '../../../knowledge/learning/linear-models.ts'
import { dot } from '../../../knowledge/learning/minimise.ts'
import { type FeatureName, featureNames } from '../retrieve/features.ts'
import { type GateName, gateFeatures, gateNames } from '../retrieve/gate.ts'
import { rankCandidates, type Ranked } from '../retrieve/rank.ts'
import type { Example } from './examples.ts'

export type Weights = { ranking: Record<FeatureName, number>; gate: Record<GateName, number> }

/** What a question weighs that has no answer, and one whose answer was taken out, beside 1 for one that is answered rightly. */
const unansweredWeight = 2
const cutWeight = 0.3
/** Strength of the L2 penalty, per example; between 0.001 and 0.01 it makes no difference that could be measured. */
const penalty = { ranking: 0.002, gate: 0.003 }
/** Digits after the point that are kept: more say nothing and make differences hard to read. */
const keptDigits = 4

/** One decision of the gate: on the best clause as it is, or with the clauses that answer taken out. */
export type Judged = Decision & { kind: 'answered' | 'unanswered' | 'cut'; set: string }

export function learnWeights(examples: Example[]): Weights {
  const choices = examples
    .filter(({ isAnswered }) => isAnswered)
    .map(({ candidates, isRight }) => ({
      candidates: candidates.map(({ features }) => vectorOf(featureNames, features)),
      right: candidates.map(({ passage }) => isRight(passage.entry)),
    }))
    .filter(({ right }) => right.includes(true) && right.includes(false))
  const ranking = named(featureNames, learnRanking(choices, featureNames.length, penalty.ranking))
  const decisions = examples.flatMap((example) => decisionsOf(example, ranking))
  return { ranking, gate: named(gateNames, learnDecision(decisions, gateNames.length, penalty.gate)) }
}

/** What the gate decides of an example; nothing where a wrong clause stands first, which the ranking has to learn. */
export function decisionsOf(
  { set, isAnswered, reading, candidates, isRight }: Example,
  ranking: Weights['ranking'],
): Judged[] {
  const decide = (ranked: Ranked[], kind: Judged['kind'], weight: number): Judged[] =>
    ranked.length === 0
      ? []
      : [
          {
            features: vectorOf(gateNames, gateFeatures(reading, ranked)),
            isTrue: kind === 'answered',
            weight,
            kind,
            set,
          },
        ]
  const ranked = rankCandidates(candidates, ranking)
  if (!isAnswered) return decide(ranked, 'unanswered', unansweredWeight)
  const without = ranked.filter(({ entry }) => !isRight(entry))
  const [best] = ranked
  return [
    ...(best && isRight(best.entry) ? decide(ranked, 'answered', 1) : []),
    ...(without.length < ranked.length ? decide(without, 'cut', cutWeight) : []),
  ]
}

const vectorOf = <Name extends string>(names: readonly Name[], values: Record<Name, number>): Float64Array =>
  Float64Array.from(names, (name) => values[name])

const named = <Name extends string>(names: readonly Name[], values: Float64Array): Record<Name, number> =>
  Object.fromEntries(names.map((name, at) => [name, Number(values[at]!.toFixed(keptDigits))])) as Record<Name, number>

/** The gate's score of a decision, in nats. */
export const scoreOf = ({ features }: Judged, gate: Weights['gate']): number => dot(features, vectorOf(gateNames, gate))
