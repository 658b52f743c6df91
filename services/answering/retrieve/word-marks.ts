import type { Ranked } from './features.ts'
import { held } from './held.ts'
import type { Reading } from './reading.ts'
import { fitOfOne } from './fit.ts'
import type { SlotName } from './slots.ts'
import type { Weights, WordWeights } from './weights.ts'

/** A word of the question, and whether the best clause or what stands above it holds it. */
export type WordMark = { word: string; isHeld: boolean }

/** How much of a term must be held for the words in it to count as held. */
const leastHeld = 0.5
const isWord = /[\p{Script=Han}a-z]/u

/** The words of a question against the best clause: which of them are missing tells chat from the matter asked about. */
export function wordMarks({ words, asked }: Reading, { entry, best }: Ranked): WordMark[] {
  const text = `${best.passage.own} ${entry.own} ${entry.above}`
  const terms = words.filter((term) => held(text, term) > leastHeld).map((term) => term.words[0]!)
  const isHeld = (word: string): boolean =>
    text.includes(word) || (word.length > 1 && terms.some((term) => term.includes(word) || word.includes(term)))
  return [...new Set(asked.segments)]
    .filter((word) => isWord.test(word))
    .map((word) => ({ word, isHeld: isHeld(word) }))
}

/** What the words of a question add to the gate, in nats; one that was not learned adds nothing. */
export const weightOfWords = (marks: readonly WordMark[], weights: Readonly<Record<string, WordWeights>>): number =>
  marks.reduce((sum, { word, isHeld }) => sum + (weights[word]?.[isHeld ? 'held' : 'missing'] ?? 0), 0)

/** What each cue and word of a question adds together with what the best clause holds, in nats. */
export const weightOfPairs = (
  cues: readonly string[],
  marks: readonly WordMark[],
  slots: Iterable<SlotName>,
  { cueSlots, wordSlots }: Pick<Weights, 'cueSlots' | 'wordSlots'>,
): number =>
  fitOfOne(cueSlots, cues, slots) +
  fitOfOne(
    wordSlots,
    marks.map(({ word }) => word),
    slots,
  )
