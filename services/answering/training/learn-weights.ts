import { learnDecision, learnRanking } from '../../../knowledge/learning/linear-models.ts'
import { dot } from '../../../knowledge/learning/minimise.ts'
import { cueNames } from '../understand/cues.ts'
import { featureNames } from '../retrieve/features.ts'
import type { FitWeights } from '../retrieve/fit.ts'
import { gateFeatures, gateNames } from '../retrieve/gate-features.ts'
import type { Ranked } from '../retrieve/features.ts'
import { aboutAsLikely, rankCandidates, type RankingWeights } from '../retrieve/rank.ts'
import { slotNames } from '../retrieve/slots.ts'
import type { Weights } from '../retrieve/weights.ts'
import { weightOfPairs, weightOfWords, wordMarks } from '../retrieve/word-marks.ts'
import {
  cuePairing,
  type Judged,
  type Marking,
  marksOfSeveralSets,
  tableFrom,
  wordMarking,
  wordPairing,
  wordsFrom,
} from './decision-marks.ts'
import type { Example } from './examples.ts'

/** What a question weighs that has no answer, and one whose clause or notice was taken out, beside 1 for one that is answered rightly. */
const unansweredWeight = 2
const cutWeight = 0.02
const goneWeight = 0.01
/** Strength of the L2 penalty, per example. The table of cues and slots has thousands of weights, hence more. */
const penalty = { ranking: 0.002, fit: 0.005, gate: 0.0015, marks: 0.006 }
/** Steps of learning after which a ranking of unseen sets gets no better. */
const mostIterations = 60
/** Digits after the point that are kept: more say nothing and make differences hard to read. */
const keptDigits = 4
const fitDigits = 2

/**
 * Learns the ranking, and then the gate on what it ranks first.
 *
 * @param options.hasWords Whether the gate weighs the words of questions.
 * @param options.hasPairs Whether it weighs cues and words together with what the best clause holds.
 */
export function learnWeights(examples: Example[], { hasWords = true, hasPairs = true } = {}): Weights {
  const ranking = learnRankingOf(examples)
  const decisions = examples.flatMap((example) => decisionsOf(example, ranking))
  const kinds = [...(hasWords ? [wordMarking] : []), ...(hasPairs ? [cuePairing, wordPairing] : [])]
  const known = kinds.map((kind) => marksOfSeveralSets(decisions, kind))
  const starts = known.map((_, at) => known.slice(0, at).reduce((sum, { size }) => sum + size, 0))
  const marked = decisions.map((decision) => ({
    ...decision,
    marks: kinds.flatMap(({ of }, kind) =>
      of(decision).flatMap((mark) => {
        const at = known[kind]!.get(mark)
        return at === undefined ? [] : [starts[kind]! + at]
      }),
    ),
  }))
  const size = gateNames.length + cueNames.length
  const count = known.reduce((sum, { size }) => sum + size, 0)
  const learned = learnDecision(marked, size, penalty.gate, { count, strength: penalty.marks })
  const weightsOf = (kind: Marking): [string, number][] => {
    const at = kinds.indexOf(kind)
    return at < 0
      ? []
      : [...known[at]!].map(([mark, index]) => [mark, Number(learned[size + starts[at]! + index]!.toFixed(fitDigits))])
  }
  return {
    ...ranking,
    gate: named(gateNames, learned.subarray(0, gateNames.length)),
    cues: named(cueNames, learned.subarray(gateNames.length, size)),
    words: wordsFrom(weightsOf(wordMarking)),
    cueSlots: tableFrom(weightsOf(cuePairing)),
    wordSlots: tableFrom(weightsOf(wordPairing)),
  }
}

const columnOf = new Map(slotNames.map((name, at) => [name, at]))
const rowOf = new Map(cueNames.map((name, at) => [name, at]))

function learnRankingOf(examples: Example[]): RankingWeights {
  const choices = examples
    .filter(({ isAnswered }) => isAnswered)
    .map(({ candidates, isRight, reading }) => ({
      candidates: candidates.map(({ features }) => vectorOf(featureNames, features)),
      right: candidates.map(({ passage }) => isRight(passage.entry)),
      pairs: {
        rows: reading.asked.cues.map((cue) => rowOf.get(cue)!),
        columns: candidates.map(({ slots }) => [...slots].map((slot) => columnOf.get(slot)!)),
      },
    }))
    .filter(({ right }) => right.includes(true) && right.includes(false))
  const table = { rows: cueNames.length, columns: slotNames.length, strength: penalty.fit }
  const learned = learnRanking(choices, featureNames.length, penalty.ranking, { table, mostIterations })
  return { ranking: named(featureNames, learned.subarray(0, featureNames.length)), fit: fitIn(learned) }
}

/** The table of cues and slots behind the weights of the features. */
const fitIn = (learned: Float64Array): FitWeights =>
  Object.fromEntries(
    cueNames.map((cue, row) => {
      const from = featureNames.length + row * slotNames.length
      return [cue, named(slotNames, learned.subarray(from, from + slotNames.length), fitDigits)]
    }),
  )

/** What the gate decides of an example; nothing where what is shown is wrong, which the ranking has to learn. */
export function decisionsOf(
  { set, isAnswered, reading, candidates, isRight }: Example,
  ranking: RankingWeights,
): Judged[] {
  const decide = (ranked: Ranked[], kind: Judged['kind'], weight: number): Judged[] =>
    ranked.length === 0
      ? []
      : [
          {
            features: gateVector(reading, ranked),
            words: wordMarks(reading, ranked[0]!),
            cues: reading.asked.cues,
            slots: [...ranked[0]!.best.slots],
            isTrue: kind === 'answered',
            weight,
            kind,
            set,
          },
        ]
  const ranked = rankCandidates(reading, candidates, ranking)
  if (!isAnswered) return decide(ranked, 'unanswered', unansweredWeight)
  const without = ranked.filter(({ entry }) => !isRight(entry))
  const right = new Set(ranked.filter(({ entry }) => isRight(entry)).map(({ entry }) => entry.notice))
  const elsewhere = ranked.filter(({ entry }) => !right.has(entry.notice))
  const shown = ranked.slice(0, 2).filter(({ score }) => score > ranked[0]!.score - aboutAsLikely)
  return [
    ...(shown.some(({ entry }) => isRight(entry)) ? decide(ranked, 'answered', 1) : []),
    ...(without.length < ranked.length ? decide(without, 'cut', cutWeight) : []),
    ...(right.size > 0 ? decide(elsewhere, 'gone', goneWeight) : []),
  ]
}

function gateVector(reading: Example['reading'], ranked: Ranked[]): Float64Array {
  const cues = new Set(reading.asked.cues)
  return Float64Array.from([
    ...vectorOf(gateNames, gateFeatures(reading, ranked)),
    ...cueNames.map((cue) => (cues.has(cue) ? 1 : 0)),
  ])
}

const vectorOf = <Name extends string>(names: readonly Name[], values: Record<Name, number>): Float64Array =>
  Float64Array.from(names, (name) => values[name])

const named = <Name extends string>(
  names: readonly Name[],
  values: Float64Array,
  digits = keptDigits,
): Record<Name, number> =>
  Object.fromEntries(names.map((name, at) => [name, Number(values[at]!.toFixed(digits))])) as Record<Name, number>

/** The gate's score of a decision, in nats. */
export const scoreOf = ({ features, words, cues: asked, slots }: Judged, weights: Weights): number =>
  dot(features, Float64Array.from([...vectorOf(gateNames, weights.gate), ...vectorOf(cueNames, weights.cues)])) +
  weightOfWords(words, weights.words) +
  weightOfPairs(asked, words, slots, weights)
