import { probabilityOf } from '../../../knowledge/learning/linear-models.ts'
import { leastProbability } from '../retrieve/gate.ts'
import { rankCandidates } from '../retrieve/rank.ts'
import type { Example } from './examples.ts'
import { decisionsOf, type Judged, learnWeights, scoreOf, type Weights } from './learn-weights.ts'

/** A decision on a set that the weights were not learned from, with the probability given. */
type Foreseen = Judged & { probability: number }

/** How often the right clause was first and among three, of the questions that the notices answer. */
type Ranks = { first: number; three: number; of: number }

/**
 * What the learned weights are worth, as text: each set judged by weights learned from all others.
 *
 * @param weights Learned from all sets.
 */
export function reportOn(examples: Example[], weights: Weights): string {
  const sets = [...new Set(examples.map(({ set }) => set))]
  const judged = sets.map((set) => judgeUnseen(examples, set))
  const rows = judged.map(({ set, ranks, decisions }) => rowOf(set, ranks, decisions))
  return [
    '# Report on the learned weights',
    'Made by `npm run train`. Each set is judged by weights learned from the others, questions and turns of dialogues alike;',
    'the turns are asked with the right clause of the turn before in memory.',
    '',
    `| set | questions | right clause first | among three | answered, of the right ones first (at ${leastProbability}) | refused, of those without answer | refused, the answering clause taken out |`,
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'Reliability of the probability, over all sets:',
    '',
    '| probability | decisions | of these right |',
    '|---|---|---|',
    ...reliability(judged.flatMap(({ decisions }) => decisions)),
    '',
    'Weights, heaviest first:',
    '',
    ...Object.entries(weights).map(([model, values]) => `- ${model}: ${heaviestFirst(values)}`),
    '',
  ].join('\n')
}

function judgeUnseen(examples: Example[], set: string): { set: string; ranks: Ranks; decisions: Foreseen[] } {
  const { ranking, gate } = learnWeights(examples.filter((example) => example.set !== set))
  const unseen = examples.filter((example) => example.set === set)
  const ranks: Ranks = { first: 0, three: 0, of: 0 }
  for (const { isAnswered, candidates, isRight } of unseen) {
    if (!isAnswered) continue
    const at = rankCandidates(candidates, ranking).findIndex(({ entry }) => isRight(entry))
    ranks.of++
    if (at === 0) ranks.first++
    if (at >= 0 && at < 3) ranks.three++
  }
  const decisions = unseen
    .flatMap((example) => decisionsOf(example, ranking))
    .map((decision) => ({ ...decision, probability: probabilityOf(scoreOf(decision, gate)) }))
  return { set, ranks, decisions }
}

function rowOf(set: string, { first, three, of }: Ranks, decisions: Foreseen[]): string {
  const shareOf = (kind: Judged['kind']): string => {
    const own = decisions.filter((decision) => decision.kind === kind)
    return percent(
      own.filter(({ isTrue, probability }) => isTrue === probability >= leastProbability).length,
      own.length,
    )
  }
  const cells = [
    set,
    of,
    percent(first, of),
    percent(three, of),
    shareOf('answered'),
    shareOf('unanswered'),
    shareOf('cut'),
  ]
  return `| ${cells.join(' | ')} |`
}

const bins = [0, 0.2, 0.4, 0.6, 0.8]

const reliability = (decisions: Foreseen[]): string[] =>
  bins.map((from, at) => {
    const to = bins[at + 1] ?? 1
    const own = decisions.filter(({ probability }) => probability >= from && (probability < to || to === 1))
    return `| ${from}–${to} | ${own.length} | ${percent(own.filter(({ isTrue }) => isTrue).length, own.length)} |`
  })

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

const heaviestFirst = (values: Record<string, number>): string =>
  Object.entries(values)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([name, weight]) => `${name} ${weight.toFixed(2)}`)
    .join(', ')
