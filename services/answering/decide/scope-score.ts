import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { passagesOf } from '../retrieve/passages.ts'
import type { Reading } from '../retrieve/reading.ts'
import { scopeFeatures, scopeNames } from '../retrieve/scope-features.ts'
import { yearFeatures } from '../retrieve/year-features.ts'
import { learned } from '../retrieve/weights.ts'

/** How well a clause's notice and programme fit the question, by the learned weights: only differences matter. */
export function scopeScore(reading: Reading, entry: Entry): number {
  const [first] = passagesOf(reading.catalogue, entry)
  const features = { ...scopeFeatures(reading, entry), ...yearFeatures(reading, first!) }
  return scopeNames.reduce((sum, name) => sum + learned.ranking[name] * features[name], 0)
}
