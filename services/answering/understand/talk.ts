import { foldShapes } from '../../../knowledge/language/shapes.ts'
import { segmentsOf } from './segment.ts'
import weights from './talk-weights.json' with { type: 'json' }

/** What each mark of a message says for small talk, in nats; `always` is added to every message. */
export type TalkWeights = Readonly<Record<string, number>>

/** What every message has. */
export const always = 'always'

/** The probability from which on a message that no clause answers counts as small talk. */
export const leastTalk = 0.5

/** Words of a message to a step of its length, and the steps told apart. */
const lengthStep = 2
const mostSteps = 8

/** What a message is made of: its words, which of them come first and last, its characters, its length, a question mark. */
export function talkMarks(text: string): string[] {
  const plain = foldShapes(text).toLowerCase().trim()
  const words = segmentsOf(plain).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const marks = [
    ...words.map((word) => `word ${word}`),
    `first ${words[0] ?? ''}`,
    `last ${words.at(-1) ?? ''}`,
    ...[...plain].filter((character) => /\p{Script=Han}/u.test(character)).map((character) => `in ${character}`),
    `length ${Math.min(mostSteps, Math.ceil(words.length / lengthStep))}`,
    ...(/[?？]/u.test(plain) ? ['asks'] : []),
  ]
  return [...new Set(marks)]
}

/** How likely it is that a message asks nothing of the notices, 0 … 1. */
export function talkProbability(text: string, by: TalkWeights = weights): number {
  const score = talkMarks(text).reduce((sum, mark) => sum + (by[mark] ?? 0), by[always] ?? 0)
  return 1 / (1 + Math.exp(-score))
}
