import type { FitWeights } from '../retrieve/fit.ts'
import type { WordWeights } from '../retrieve/weights.ts'
import type { Decision } from '../../../knowledge/learning/linear-models.ts'
import type { CueName } from '../understand/cues.ts'
import type { SlotName } from '../retrieve/slots.ts'
import type { WordMark } from '../retrieve/word-marks.ts'

/** One decision of the gate: on the best clause as it is, or with the clauses that answer taken out, or their notices. */
export type Judged = Decision & {
  kind: 'answered' | 'unanswered' | 'cut' | 'gone'
  set: string
  words: WordMark[]
  cues: readonly CueName[]
  slots: readonly SlotName[]
}

/** A kind of marks of a decision, and in how many sets one must occur to be weighed: what one author says teaches nothing of others. */
export type Marking = { of(decision: Judged): string[]; fewestSets: number }

/** Between the parts of a mark; no word holds it. */
const gap = ' '

/** The words of the question, by whether the best clause holds them. */
export const wordMarking: Marking = {
  of: ({ words }) => words.map(({ word, isHeld }) => `${word}${gap}${isHeld ? 'held' : 'missing'}`),
  fewestSets: 3,
}

/** The cues of the question, each with each slot of the best clause. */
export const cuePairing: Marking = {
  of: ({ cues, slots }) => cues.flatMap((cue) => slots.map((slot) => `${cue}${gap}${slot}`)),
  fewestSets: 8,
}

/** The same of its words. */
export const wordPairing: Marking = {
  of: ({ words, slots }) => words.flatMap(({ word }) => slots.map((slot) => `${word}${gap}${slot}`)),
  fewestSets: 8,
}

/** The marks of a kind that are weighed, sorted, with their numbers. */
export function marksOfSeveralSets(decisions: readonly Judged[], { of, fewestSets }: Marking): Map<string, number> {
  const sets = new Map<string, Set<string>>()
  for (const decision of decisions)
    for (const mark of of(decision)) {
      const some = sets.get(mark)
      if (some) some.add(decision.set)
      else sets.set(mark, new Set([decision.set]))
    }
  const several = [...sets].filter(([, some]) => some.size >= fewestSets).map(([mark]) => mark)
  return new Map(several.toSorted().map((mark, at) => [mark, at]))
}

/** The learned weights of words. */
export function wordsFrom(weights: readonly [string, number][]): Record<string, WordWeights> {
  const words: Record<string, WordWeights> = {}
  for (const [mark, weight] of weights) {
    const [word = '', which = ''] = mark.split(gap)
    const own = (words[word] ??= { held: 0, missing: 0 })
    own[which === 'held' ? 'held' : 'missing'] = weight
  }
  return words
}

/** The learned weights of pairs, a row each cue or word. */
export function tableFrom(weights: readonly [string, number][]): FitWeights {
  const table: Record<string, Record<string, number>> = {}
  for (const [mark, weight] of weights) {
    const [row = '', slot = ''] = mark.split(gap)
    const own = (table[row] ??= {})
    own[slot] = weight
  }
  return table
}
