import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { type Passage, passagesOf } from './passages.ts'
import { placeFeatures, placeNames } from './place-features.ts'
import type { Reading } from './reading.ts'
import { recallFeatures, recallNames } from './recall-features.ts'
import { scopeFeatures, scopeNames } from './scope-features.ts'
import { slotsOf, type SlotName } from './slots.ts'
import { countedFeatures, countedNames } from './counted-features.ts'
import { figureFeatures, figureNames } from './figure-features.ts'
import { valueFeatures, valueNames } from './value-features.ts'
import { wordFeatures, wordNames } from './word-features.ts'
import { yearFeatures } from './year-features.ts'

/** The features of a candidate, by name; all are shares 0 … 1 or small numbers of order one. */
export const featureNames = [
  ...placeNames,
  ...wordNames,
  ...valueNames,
  ...figureNames,
  ...countedNames,
  ...scopeNames,
  ...recallNames,
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Record<FeatureName, number>

/** A passage with what the ranking knows of it: beside its features, the slots that what is asked may fit. */
export type Candidate = { passage: Passage; features: Features; slots: ReadonlySet<SlotName> }

/**
 * A clause that may answer, with its best passage. `score` is the logarithm of its odds against the others, up to a constant;
 * `fit` the part of it that what is asked against what the passage states adds.
 */
export type Ranked = { entry: Entry; score: number; fit: number; best: Candidate }

/** What is the same for all passages of a clause. */
type OfClause = ReturnType<typeof placeFeatures> & ReturnType<typeof scopeFeatures> & ReturnType<typeof recallFeatures>

const featuresOf = (reading: Reading, passage: Passage, ofClause: OfClause): Features => ({
  ...ofClause,
  ...wordFeatures(reading, passage),
  ...valueFeatures(reading, passage),
  ...figureFeatures(reading, passage),
  ...countedFeatures(reading, passage),
  ...yearFeatures(reading, passage),
})

/** The passages of clauses with their features. */
export const candidatesOf = (reading: Reading, entries: Iterable<Entry>): Candidate[] =>
  [...entries].flatMap((entry) => {
    const ofClause = {
      ...placeFeatures(reading, entry),
      ...scopeFeatures(reading, entry),
      ...recallFeatures(reading, entry),
    }
    return passagesOf(reading.catalogue, entry).map((passage) => ({
      passage,
      features: featuresOf(reading, passage, ofClause),
      slots: slotsOf(passage),
    }))
  })
