import stored from './weights.json' with { type: 'json' }
import type { CueName } from '../understand/cues.ts'
import type { FeatureName } from './features.ts'
import type { FitWeights } from './fit.ts'
import type { GateName } from './gate-features.ts'
import type { SlotName } from './slots.ts'

/** What the gate makes of a word of the question, by whether the best clause holds it. */
export type WordWeights = { held: number; missing: number }

/** All that is learned. `cues` is what the gate makes of each cue of the question by itself, `words` of its words. */
export type Weights = {
  ranking: Record<FeatureName, number>
  fit: FitWeights
  gate: Record<GateName, number>
  cues: Record<CueName, number>
  words: Record<string, WordWeights>
}

/** The same as it is kept: the slots of a cue on one line, `dayBy 0.82 term -0.31`; of a word `0.12 -0.31`, held and missing. */
export type StoredWeights = Omit<Weights, 'fit' | 'words'> & {
  fit: Record<string, string>
  words: Record<string, string>
}

/** Pairs that move a score by less than this many nats are not kept. */
const least = 0.03

export const storedForm = ({ fit, words, ...others }: Weights): StoredWeights => ({
  ...others,
  fit: Object.fromEntries(
    Object.entries(fit).map(([cue, slots]) => [
      cue,
      Object.entries(slots)
        .filter(([, weight]) => Math.abs(weight) >= least)
        .map(([slot, weight]) => `${slot} ${weight}`)
        .join(' '),
    ]),
  ),
  words: Object.fromEntries(
    Object.entries(words)
      .filter(([, { held, missing }]) => Math.max(Math.abs(held), Math.abs(missing)) >= least)
      .map(([word, { held, missing }]) => [word, `${held} ${missing}`]),
  ),
})

export const learned: Weights = {
  ...(stored as StoredWeights),
  fit: Object.fromEntries(Object.entries((stored as StoredWeights).fit).map(([cue, line]) => [cue, readLine(line)])),
  words: Object.fromEntries(
    Object.entries((stored as StoredWeights).words).map(([word, line]) => {
      const [held = 0, missing = 0] = line.split(' ').map(Number)
      return [word, { held, missing }]
    }),
  ),
}

function readLine(line: string): Partial<Record<SlotName, number>> {
  const words = line === '' ? [] : line.split(' ')
  return Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])]] : [])))
}
