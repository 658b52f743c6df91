import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { passagesOf } from '../retrieve/passages.ts'
import type { Reading } from '../retrieve/reading.ts'
import { scopeFeatures, scopeNames } from '../retrieve/scope-features.ts'
import { learned } from '../retrieve/weights.ts'

/** How well a clause's notice and programme fit the question, by the learned weights: only differences matter. */
export function scopeScore(reading: Reading, entry: Entry): number {
  const features = scopeFeatures(reading, passagesOf(reading.catalogue, entry)[0]!)
  return scopeNames.reduce((sum, name) => sum + learned.ranking[name] * features[name], 0)
}
