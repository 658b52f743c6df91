import type { Choice, Decision } from '../../../knowledge/learning/linear-models.ts'

/** Numbers between −1 and 1 that are the same on every run. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (2 * state) / 2_147_483_647 - 1
  }
}

const vector = (next: () => number, size: number): Float64Array => Float64Array.from({ length: size }, next)

/** Choices among three to five candidates, of which one or two are right by no rule. */
export function noisyChoices(count: number, size: number, seed = 11): Choice[] {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, (_, at) => {
    const candidates = Array.from({ length: 3 + (at % 3) }, () => vector(next, size))
    return {
      candidates,
      right: candidates.map((_candidate, place) => place === at % 3 || (at % 4 === 0 && place === 2)),
    }
  })
}

/** Decisions mostly by the first feature's sign, with a constant last and weights that differ. */
export function noisyDecisions(count: number, size: number, seed = 23): Decision[] {
  const next = numbersFrom(seed)
  return Array.from({ length: count }, (_, at) => {
    const features = vector(next, size)
    features[size - 1] = 1
    return { features, isTrue: at % 5 === 0 ? next() > 0 : features[0]! > 0.1, weight: 1 + (at % 3) }
  })
}

/** The examples in another order; their number must not be a multiple of seven. */
export const shuffled = <T>(examples: T[]): T[] => examples.map((_, at) => examples[(at * 7 + 3) % examples.length]!)
