import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { candidatesOf } from '../retrieve/features.ts'
import type { Reading } from '../retrieve/reading.ts'
import { scopeNames } from '../retrieve/scope-features.ts'
import { learned } from '../retrieve/weights.ts'

/** How well a clause's notice and programme fit the question, by the learned weights: only differences matter. */
export function scopeScore(reading: Reading, entry: Entry): number {
  const [candidate] = candidatesOf(reading, [entry])
  if (!candidate) return Number.NEGATIVE_INFINITY
  return scopeNames.reduce((sum, name) => sum + learned.ranking[name] * candidate.features[name], 0)
}
