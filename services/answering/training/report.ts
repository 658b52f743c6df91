import { leastProbability } from '../retrieve/gate.ts'
import type { Weights } from '../retrieve/weights.ts'
import type { Example } from './examples.ts'
import { type Figures, figuresOf, type Foreseen, judgeBy, type JudgedSet } from './judge-weights.ts'
import { learnWeights } from './learn-weights.ts'
import { percent } from './operating-points.ts'
import { studyOf } from './study.ts'

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

/** Groups that the sets are judged in, each by weights learned from the other groups. */
const folds = 5

/**
 * What the learned weights are worth, as text: each set judged by weights learned from others.
 *
 * @param weights Learned from all sets.
 */
export function reportOn(examples: Example[], weights: Weights): string {
  const names = [...new Set(examples.map(({ set }) => set))]
  const judged = judgeInTurn(examples, names)
  const figures = judged.map(({ ranks, decisions }) => figuresOf(ranks, decisions))
  return [
    '# Report on the learned weights',
    'Made by `npm run train`. Each set is judged by weights learned from those of other groups, questions and turns of dialogues',
    'alike; the turns are asked with the right clause of the turn before in memory. “Answered” is of the questions whose right',
    'clause is first, “refused” of those without an answer, most of them near misses.',
    '',
    `| set | questions | ${Object.values(columns).join(' | ')} |`,
    `|---|---|${'---|'.repeat(Object.keys(columns).length)}`,
    ...judged.map(({ set, ranks }, at) => rowOf(set, ranks.of, figures[at]!)),
    rowOf(
      'mean',
      judged.reduce((sum, { ranks }) => sum + ranks.of, 0),
      meanOf(figures),
    ),
    ...unseenNotices(examples),
    '',
    'Reliability of the probability, over all sets:',
    '',
    '| probability | decisions | of these right |',
    '|---|---|---|',
    ...reliability(judged.flatMap(({ decisions }) => decisions)),
    '',
    'What another least probability would give, of all questions together:',
    '',
    '| least probability | answered | refused |',
    '|---|---|---|',
    ...operatingPoints(judged.flatMap(({ decisions }) => decisions)),
    '',
    ...studyOf(examples),
    ...weightsAsText(weights),
    '',
  ].join('\n')
}

const weightsAsText = (weights: Weights): string[] => [
  'Weights, heaviest first:',
  '',
  `- ranking: ${heaviestFirst(weights.ranking)}`,
  `- what is asked × what a passage holds: ${heaviestFirst(pairsOf(weights.fit), mostPairs)}`,
  `- gate, what is asked × what the clause holds: ${heaviestFirst(pairsOf(weights.cueSlots), mostPairs)}`,
  `- gate, words × what the clause holds: ${heaviestFirst(pairsOf(weights.wordSlots), mostPairs)}`,
  `- gate: ${heaviestFirst(weights.gate)}`,
  `- gate, what is asked: ${heaviestFirst(weights.cues)}`,
  `- gate, words missing: ${heaviestFirst(wordsOf(weights, 'missing'), mostPairs)}`,
  `- gate, words held: ${heaviestFirst(wordsOf(weights, 'held'), mostPairs)}`,
]

/** Each set judged by weights learned from the other groups, in the order of their names. */
function judgeInTurn(examples: Example[], names: string[]): JudgedSet[] {
  const groups = Array.from({ length: Math.min(folds, names.length) }, (_, fold) =>
    names.filter((_name, at) => at % folds === fold),
  )
  return groups
    .flatMap((group) => judgeUnseen(examples, group))
    .toSorted((one, other) => names.indexOf(one.set) - names.indexOf(other.set))
}

function judgeUnseen(examples: Example[], group: string[]): JudgedSet[] {
  const weights = learnWeights(examples.filter(({ set }) => !group.includes(set)))
  return group.map((name) => {
    const unseen = examples.filter(({ set }) => set === name)
    return judgeBy(weights, name, unseen)
  })
}

/** What the sets on the bundled notices are worth by weights that never saw these notices. */
function unseenNotices(examples: Example[]): string[] {
  const own = examples.filter(({ ofBundled }) => ofBundled)
  const others = examples.filter(({ ofBundled }) => !ofBundled)
  if (own.length === 0 || others.length === 0) return []
  const { ranks, decisions } = judgeBy(learnWeights(others), '', own)
  return [rowOf('the bundled notices, learned from other notices alone', ranks.of, figuresOf(ranks, decisions))]
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

const leastProbabilities = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7]

function operatingPoints(decisions: Foreseen[]): string[] {
  const shareFrom = (least: number, kind: Foreseen['kind']): number => {
    const own = decisions.filter((decision) => decision.kind === kind)
    return own.filter(({ probability }) => probability >= least).length / own.length
  }
  return leastProbabilities.map(
    (least) =>
      `| ${[String(least), percent(shareFrom(least, 'answered')), percent(1 - shareFrom(least, 'unanswered'))].join(' | ')} |`,
  )
}

const mostPairs = 60

const wordsOf = ({ words }: Weights, which: 'held' | 'missing'): Record<string, number> =>
  Object.fromEntries(Object.entries(words).map(([word, weights]) => [word, weights[which]]))

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
