import { learnRanking } from '../../../knowledge/learning/linear-models.ts'
import { dot } from '../../../knowledge/learning/minimise.ts'
import { nearnessIn, nearnessNames } from '../retrieve/nearness.ts'
import { rankCandidates, type RankingWeights } from '../retrieve/rank.ts'
import { keyOf } from '../retrieve/reading.ts'
import type { NearnessWeights } from '../understand/understand.ts'
import { type Example, examplesOf } from './examples.ts'
import { percent } from './operating-points.ts'
import type { LabelledSet } from './read-set.ts'
import { type Embed, searchWithVectors } from './search-with-vectors.ts'
import type { Recall } from '../retrieve/asked-before.ts'
import { knowledgeOf, recallOfOthers, trainingDay } from './train.ts'

/** A question that the notices answer: each clause's score without vectors, what is near in meaning, and what is right. */
type Choice = { set: string; candidates: { features: Float64Array; isRight: boolean }[] }

const penalty = 0.0005
/** By how much the share of questions whose right clause is first must rise on sets not learned from, to be of use. */
const leastGain = 0.001

/**
 * Learns what nearness in meaning is worth with an embedder, beside weights that are learned already and stay as they are.
 *
 * @returns The weights, undefined where they don't help on sets that they were not learned from; and a report.
 * @throws {Error} When the embedder fails.
 */
export async function learnNearness(
  sets: LabelledSet[],
  { model, embed, weights: known }: { model: string; embed: Embed; weights: RankingWeights },
  onSet: (set: string, questions: number) => void = () => undefined,
): Promise<{ weights: NearnessWeights | undefined; report: string }> {
  const choices: Choice[] = []
  const recallBeside = await recallOfOthers(sets)
  for (const set of sets) {
    const own = await choicesOf(set, recallBeside(set), embed, known)
    onSet(set.name, own.length)
    choices.push(...own)
  }
  const { without, gained } = judgeInHalves(choices)
  const helps = gained - without >= leastGain
  const weights = helps ? weightsFrom(choices) : undefined
  const verdict = weights
    ? `used: ${nearnessNames.map((name) => `${name} ${weights[name]}`).join(', ')}`
    : 'not used: it does not help'
  return {
    weights,
    report: `Embeddings of ${model}, ${choices.length} questions, each half of the sets judged by weights from the other: right clause first ${percent(without)} without, ${percent(gained)} with. They are ${verdict}.`,
  }
}

async function choicesOf(set: LabelledSet, recall: Recall, embed: Embed, weights: RankingWeights): Promise<Choice[]> {
  const { knowledge, ids } = await knowledgeOf(set)
  const search = await searchWithVectors(knowledge, embed)
  const examples = await examplesOf({ ...knowledge, search }, set, ids, recall, trainingDay)
  return examples.flatMap((example) => choiceOf(set.name, example, weights) ?? [])
}

function choiceOf(
  set: string,
  { isAnswered, reading, candidates, isRight }: Example,
  weights: RankingWeights,
): Choice | undefined {
  if (!isAnswered) return undefined
  const near = nearnessIn(reading)
  const ranked = rankCandidates(reading, candidates, weights).map(({ entry, score }) => {
    const features = near.get(keyOf(entry))
    const values = nearnessNames.map((name) => features?.[name] ?? 0)
    return { features: Float64Array.from([score, ...values]), isRight: isRight(entry) }
  })
  const isChoice = ranked.some((one) => one.isRight) && ranked.some((one) => !one.isRight)
  return isChoice ? { set, candidates: ranked } : undefined
}

/** What each is worth beside the score, which keeps its own worth. */
function weightsFrom(choices: Choice[]): NearnessWeights {
  const [score = 1, ...others] = learnRanking(
    choices.map(({ candidates }) => ({
      candidates: candidates.map(({ features }) => features),
      right: candidates.map(({ isRight }) => isRight),
    })),
    1 + nearnessNames.length,
    penalty,
  )
  const worth = nearnessNames.map((name, at) => [name, Number((others[at]! / Math.max(score, 0.1)).toFixed(4))])
  return Object.fromEntries(worth) as NearnessWeights
}

/** The share of questions whose right clause is first, without and with vectors, each half of the sets by the other's weights. */
function judgeInHalves(choices: Choice[]): { without: number; gained: number } {
  const names = [...new Set(choices.map(({ set }) => set))]
  const isEven = ({ set }: Choice): boolean => names.indexOf(set) % 2 === 0
  const halves = [choices.filter(isEven), choices.filter((choice) => !isEven(choice))] as const
  if (halves.some((half) => half.length === 0)) return { without: 0, gained: 0 }
  const none: NearnessWeights = { nearness: 0, nearnessRank: 0 }
  const [even, odd] = halves.map(weightsFrom) as [NearnessWeights, NearnessWeights]
  const rightIn = (some: Choice[], weights: NearnessWeights): number =>
    some.filter((one) => isFirst(one, weights)).length
  return {
    without: rightIn(choices, none) / choices.length,
    gained: (rightIn(halves[0], odd) + rightIn(halves[1], even)) / choices.length,
  }
}

function isFirst({ candidates }: Choice, { nearness, nearnessRank }: NearnessWeights): boolean {
  const weights = Float64Array.of(1, nearness, nearnessRank)
  const scores = candidates.map(({ features }) => dot(features, weights))
  return candidates[scores.indexOf(Math.max(...scores))]!.isRight
}
