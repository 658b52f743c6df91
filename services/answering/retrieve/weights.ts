import stored from './weights.json' with { type: 'json' }
import type { CueName } from '../understand/cues.ts'
import type { FeatureName } from './features.ts'
import type { FitWeights } from './fit.ts'
import type { GateName } from './gate-features.ts'
import type { SlotName } from './slots.ts'

/** What the gate makes of a word of the question, by whether the best clause holds it. */
export type WordWeights = { held: number; missing: number }

/**
 * All that is learned. `cues` is what the gate makes of each cue of the question by itself, `words` of its words;
 * `cueSlots` and `wordSlots` of either together with what the best clause holds.
 */
export type Weights = {
  ranking: Record<FeatureName, number>
  fit: FitWeights
  gate: Record<GateName, number>
  cues: Record<CueName, number>
  words: Record<string, WordWeights>
  cueSlots: FitWeights
  wordSlots: FitWeights
}

/** Tables of slots, each kept with a cue or word on one line: `dayBy 0.82 term -0.31`. */
const tables = ['fit', 'cueSlots', 'wordSlots'] as const
type Table = (typeof tables)[number]

/** The same as it is kept; of a word `0.12 -0.31`, held and missing. */
export type StoredWeights = Omit<Weights, Table | 'words'> & Record<Table | 'words', Record<string, string>>

/** Pairs that move a score by less than this many nats are not kept. */
const least = 0.03

export const storedForm = ({ words, ...others }: Weights): StoredWeights => ({
  ...others,
  ...eachTable((table) => withoutEmpty(mapValues(others[table], writeLine))),
  words: Object.fromEntries(
    Object.entries(words)
      .filter(([, { held, missing }]) => Math.max(Math.abs(held), Math.abs(missing)) >= least)
      .map(([word, { held, missing }]) => [word, `${held} ${missing}`]),
  ),
})

function readStored({ words, ...others }: StoredWeights): Weights {
  return {
    ...others,
    ...eachTable((table) => mapValues(others[table], readLine)),
    words: mapValues(words, (line) => {
      const [held = 0, missing = 0] = line.split(' ').map(Number)
      return { held, missing }
    }),
  }
}

type Line = Partial<Record<SlotName, number>>

const writeLine = (slots: Line): string =>
  Object.entries(slots)
    .filter(([, weight]) => Math.abs(weight) >= least)
    .map(([slot, weight]) => `${slot} ${weight}`)
    .join(' ')

function readLine(line: string): Line {
  const words = line === '' ? [] : line.split(' ')
  return Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(words[at + 1])]] : [])))
}

const eachTable = <Value>(make: (table: Table) => Value): Record<Table, Value> =>
  Object.fromEntries(tables.map((table) => [table, make(table)])) as Record<Table, Value>

const withoutEmpty = (lines: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(lines).filter(([, line]) => line !== ''))

const mapValues = <From, To>(values: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]))

export const learned: Weights = readStored(stored)
