import weights from './weights.json' with { type: 'json' }
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { type Candidate, candidatesOf, type FeatureName, featureNames, type Reading } from './features.ts'

/** A clause that may answer, with its best passage. `score` is the logarithm of its odds against the others, up to a constant. */
export type Ranked = { entry: Entry; score: number; best: Candidate }

const ranking = weights.ranking as Record<FeatureName, number>

/** Ranks clauses by their best passage, best first; equal ones keep their order. */
export const rankEntries = (reading: Reading, entries: Iterable<Entry>): Ranked[] =>
  rankCandidates(candidatesOf(reading, entries), ranking)

/** The same for candidates whose features are known, by given weights. */
export function rankCandidates(candidates: readonly Candidate[], weigh: Record<FeatureName, number>): Ranked[] {
  const best = new Map<Entry, Ranked>()
  for (const candidate of candidates) {
    const score = featureNames.reduce((sum, name) => sum + weigh[name] * candidate.features[name], 0)
    const { entry } = candidate.passage
    if (score > (best.get(entry)?.score ?? Number.NEGATIVE_INFINITY)) best.set(entry, { entry, score, best: candidate })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}
