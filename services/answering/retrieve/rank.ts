import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { type Candidate, candidatesOf, type FeatureName, featureNames, type Ranked } from './features.ts'
import { fitOf, type FitWeights, slotWorth } from './fit.ts'
import type { Reading } from './reading.ts'
import { learned } from './weights.ts'

/** By how much less likely than the first, in nats, a clause is given beside it, as one that may be meant as well. */
export const aboutAsLikely = 1

export type RankingWeights = { ranking: Record<FeatureName, number>; fit: FitWeights }

/** Ranks clauses by their best passage, best first; equal ones keep their order. */
export const rankEntries = (reading: Reading, entries: Iterable<Entry>): Ranked[] =>
  rankCandidates(reading, candidatesOf(reading, entries), learned)

/** The same for candidates whose features are known, by given weights. */
export function rankCandidates(
  { asked }: Pick<Reading, 'asked'>,
  candidates: readonly Candidate[],
  { ranking, fit: fitWeights }: RankingWeights,
): Ranked[] {
  const worth = slotWorth(fitWeights, asked.cues)
  const best = new Map<Entry, Ranked>()
  for (const candidate of candidates) {
    const fit = fitOf(worth, candidate.slots)
    let score = fit
    for (const name of featureNames) score += ranking[name] * candidate.features[name]
    const { entry } = candidate.passage
    if (score > (best.get(entry)?.score ?? Number.NEGATIVE_INFINITY))
      best.set(entry, { entry, score, fit, best: candidate })
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}
