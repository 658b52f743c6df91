import { probabilityOf } from '../../../knowledge/learning/linear-models.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { rankCandidates } from '../retrieve/rank.ts'
import type { Weights } from '../retrieve/weights.ts'
import type { Example } from './examples.ts'
import { decisionsOf, type Judged, learnWeights, scoreOf } from './learn-weights.ts'
import { answeredAt, areaUnderCurve } from './operating-points.ts'

/** A decision on a set that the weights were not learned from, with the probability given. */
type Foreseen = Judged & { probability: number }

/** How often the right clause was first and among three, of the questions that the notices answer. */
type Ranks = { first: number; three: number; of: number }

/** What a set is worth, in the order of the columns; shares are 0 … 1. */
type Figures = {
  first: number
  three: number
  area: number
  at85: number
  at95: number
  answered: number
  refused: number
  cut: number
}

const columns: Record<keyof Figures, string> = {
  first: 'right clause first',
  three: 'among three',
  area: 'area under the gate’s curve',
  at85: 'answered at 85 % refused',
  at95: 'answered at 95 % refused',
  answered: `answered at ${leastProbability}`,
  refused: `refused at ${leastProbability}`,
  cut: `refused at ${leastProbability}, the answering clause taken out`,
}

/**
 * What the learned weights are worth, as text: each set judged by weights learned from all others.
 *
 * @param weights Learned from all sets.
 */
export function reportOn(examples: Example[], weights: Weights): string {
  const sets = [...new Set(examples.map(({ set }) => set))]
  const judged = sets.map((set) => judgeUnseen(examples, set))
  const figures = judged.map(({ ranks, decisions }) => figuresOf(ranks, decisions))
  return [
    '# Report on the learned weights',
    'Made by `npm run train`. Each set is judged by weights learned from the others, questions and turns of dialogues alike;',
    'the turns are asked with the right clause of the turn before in memory. “Answered” is of the questions whose right clause',
    'is first, “refused” of those without an answer, most of them near misses.',
    '',
    `| set | questions | ${Object.values(columns).join(' | ')} |`,
    `|---|---|${'---|'.repeat(Object.keys(columns).length)}`,
    ...judged.map(({ set, ranks }, at) => rowOf(set, ranks.of, figures[at]!)),
    rowOf(
      'mean',
      judged.reduce((sum, { ranks }) => sum + ranks.of, 0),
      meanOf(figures),
    ),
    '',
    'Reliability of the probability, over all sets:',
    '',
    '| probability | decisions | of these right |',
    '|---|---|---|',
    ...reliability(judged.flatMap(({ decisions }) => decisions)),
    '',
    'Weights, heaviest first:',
    '',
    `- ranking: ${heaviestFirst(weights.ranking)}`,
    `- what is asked × what a passage holds: ${heaviestFirst(pairsOf(weights.fit), mostPairs)}`,
    `- gate: ${heaviestFirst(weights.gate)}`,
    `- gate, what is asked: ${heaviestFirst(weights.cues)}`,
    '',
  ].join('\n')
}

function judgeUnseen(examples: Example[], set: string): { set: string; ranks: Ranks; decisions: Foreseen[] } {
  const weights = learnWeights(examples.filter((example) => example.set !== set))
  const unseen = examples.filter((example) => example.set === set)
  const ranks: Ranks = { first: 0, three: 0, of: 0 }
  for (const { isAnswered, reading, candidates, isRight } of unseen) {
    if (!isAnswered) continue
    const at = rankCandidates(reading, candidates, weights).findIndex(({ entry }) => isRight(entry))
    ranks.of++
    if (at === 0) ranks.first++
    if (at >= 0 && at < 3) ranks.three++
  }
  const decisions = unseen
    .flatMap((example) => decisionsOf(example, weights))
    .filter(({ kind }) => kind !== 'gone')
    .map((decision) => ({ ...decision, probability: probabilityOf(scoreOf(decision, weights)) }))
  return { set, ranks, decisions }
}

function figuresOf({ first, three, of }: Ranks, decisions: Foreseen[]): Figures {
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

const columnNames = Object.keys(columns) as (keyof Figures)[]

const meanOf = (figures: Figures[]): Figures =>
  Object.fromEntries(
    columnNames.map((name) => [name, figures.reduce((sum, one) => sum + one[name], 0) / figures.length]),
  ) as Figures

const rowOf = (set: string, questions: number, figures: Figures): string =>
  `| ${[set, questions, ...columnNames.map((name) => percent(figures[name]))].join(' | ')} |`

const bins = [0, 0.05, 0.2, leastProbability, 0.6, 0.75]

const reliability = (decisions: Foreseen[]): string[] =>
  bins.map((from, at) => {
    const to = bins[at + 1] ?? 1
    const own = decisions.filter(({ probability }) => probability >= from && (probability < to || to === 1))
    return `| ${from}–${to} | ${own.length} | ${percent(own.filter(({ isTrue }) => isTrue).length / own.length)} |`
  })

const percent = (share: number): string => (Number.isNaN(share) ? '–' : `${(100 * share).toFixed(1)} %`)

const mostPairs = 60

const pairsOf = (fit: Weights['fit']): Record<string, number> =>
  Object.fromEntries(
    Object.entries(fit).flatMap(([cue, slots]) =>
      Object.entries(slots).map(([slot, weight]): [string, number] => [`${cue} × ${slot}`, weight]),
    ),
  )

const heaviestFirst = (values: Record<string, number>, most?: number): string =>
  Object.entries(values)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, most)
    .map(([name, weight]) => `${name} ${weight.toFixed(2)}`)
    .join(', ')
