import type { Reading } from './reading.ts'
import { keyOf } from './reading.ts'
import type { Ranked } from './features.ts'
import type { NearnessWeights } from '../understand/understand.ts'
import stored from './nearness-weights.json' with { type: 'json' }

/** What nearness in meaning may add to a clause, by the vectors of an embedder. */
export const nearnessNames = ['nearness', 'nearnessRank'] as const satisfies (keyof NearnessWeights)[]

/** Those learned, by the embedder's model. One that is not among them has no say. */
export const learnedNearness = (model: string): NearnessWeights | undefined =>
  Object.hasOwn(stored, model) ? (stored as Record<string, NearnessWeights>)[model] : undefined

/**
 * How near in meaning the clauses are that come nearest: as a share of the way from the last to the first of them, since
 * embedders differ in how alike they find anything; and one over their rank from 1. Both are 0 for any other clause.
 */
export function nearnessIn({ hits }: Pick<Reading, 'hits'>): Map<string, NearnessWeights> {
  const near = [...hits].flatMap(([key, { likeness }]) => (likeness === undefined ? [] : [{ key, likeness }]))
  near.sort((one, other) => other.likeness - one.likeness)
  const [first, last] = [near[0]?.likeness ?? 0, near.at(-1)?.likeness ?? 0]
  const span = Math.max(first - last, Number.MIN_VALUE)
  return new Map(
    near.map(({ key, likeness }, at) => [key, { nearness: (likeness - last) / span, nearnessRank: 1 / (1 + at) }]),
  )
}

/** Ranks anew with what nearness in meaning is worth; without weights, or vectors, all stays as it is. */
export function withNearness(reading: Reading, ranked: Ranked[], weights: NearnessWeights | undefined): Ranked[] {
  const near = weights ? nearnessIn(reading) : undefined
  if (!weights || !near || near.size === 0) return ranked
  return ranked
    .map((one) => {
      const features = near.get(keyOf(one.entry))
      if (!features) return one
      const gain = nearnessNames.reduce((sum, name) => sum + weights[name] * features[name], 0)
      return { ...one, score: one.score + gain }
    })
    .sort((a, b) => b.score - a.score)
}
