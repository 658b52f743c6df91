import weights from './weights.json' with { type: 'json' }
import type { ValueKind } from '../../../knowledge/finding/values.ts'
import { probabilityOf } from '../../../knowledge/learning/linear-models.ts'
import { isKnownUnit } from '../content-units.ts'
import { totalWeight } from '../question.ts'
import type { Reading } from './features.ts'
import { topOf } from './scope-evidence.ts'
import type { Ranked } from './rank.ts'

/** What the decision to answer looks at, by name; of order one. */
export const gateNames = [
  'bias',
  'score',
  'margin',
  'otherMargin',
  'search',
  'sentence',
  'clause',
  'company',
  'exact',
  'content',
  'contentMissing',
  'missingMost',
  'near',
  'substring',
  'aspect',
  'aspectMissing',
  'value',
  'valueMissing',
  'figureMissing',
  'title',
  'body',
  'titleMass',
  'bodyMass',
  'year',
  'otherYear',
  'yearUnknown',
  'unknown',
  'unknownMost',
  'unknownHere',
  'weight',
  'few',
  'asks',
  'waits',
  'english',
  'carried',
  'carriedFew',
  'sameClause',
  'otherProgramme',
  'elsewhere',
  'row',
  'front',
] as const
export type GateName = (typeof gateNames)[number]

/** Evidence in nats by which another notice must be named more than that of the clause to count as the one meant. */
const namedElsewhere = 0.7

const squash = (value: number, scale: number): number => value / (scale + Math.abs(value))

/** What speaks for and against answering from the best clause. */
export function gateFeatures(reading: Reading, ranked: Ranked[]): Record<GateName, number> {
  const [best] = ranked
  const { asked, catalogue } = reading
  const { evidence } = asked
  if (!best) throw new RangeError('no candidate')
  const { features } = best.best
  const next = ranked[1]
  const elsewhere = ranked.find(({ entry }) => entry.notice !== best.entry.notice || topOf(entry) !== topOf(best.entry))
  const content = asked.terms.filter((unit) => !unit.aspect)
  const total = totalWeight(content)
  const unknown = content.filter((unit) => unit.unknown ?? !isKnownUnit(catalogue, unit))
  const here = content.filter((unit) => !catalogue.noticesWith(unit.words).has(best.entry.notice.id))
  const heaviest = Math.max(1e-9, ...content.map(({ weight }) => weight))
  return {
    bias: 1,
    score: best.score / 10,
    margin: next ? Math.min(1, (best.score - next.score) / 3) : 1,
    otherMargin: elsewhere ? Math.min(1, (best.score - elsewhere.score) / 3) : 1,
    search: features.search,
    sentence: features.sentence,
    clause: features.clause,
    company: features.company,
    exact: features.exact,
    content: features.content,
    contentMissing: features.contentMissing,
    missingMost: features.missingMost,
    near: features.near,
    substring: features.substring,
    aspect: features.aspect,
    aspectMissing: features.aspectMissing,
    value: features.valueInClause,
    valueMissing: features.valueMissing,
    figureMissing: features.figureMissing,
    title: features.title,
    body: features.body,
    titleMass: squash(evidence.title.get(best.entry.notice.id) ?? 0, 3),
    bodyMass: squash(evidence.body.get(best.entry.notice.id) ?? 0, 3),
    year: features.year,
    otherYear: features.otherYear,
    yearUnknown:
      asked.years.length > 0 && !asked.years.some((year) => catalogue.notices.some((one) => one.year === year)) ? 1 : 0,
    unknown: total === 0 ? 0 : totalWeight(unknown) / total,
    unknownMost: Math.max(0, ...unknown.map(({ weight }) => weight)) / heaviest,
    unknownHere: total === 0 ? 0 : totalWeight(here) / total,
    weight: squash(total, 15),
    few: total < 3 ? 1 : 0,
    asks: asked.aspects.size > 0 ? 1 : 0,
    waits: asked.value.kind === 'text' ? 0 : 1,
    english: asked.english ? 1 : 0,
    carried: asked.leansOn?.notice === best.entry.notice.id ? 1 : 0,
    carriedFew: asked.leansOn?.notice === best.entry.notice.id && total < 5 ? 1 : 0,
    sameClause: features.sameClause,
    otherProgramme: features.otherProgramme,
    elsewhere: features.titleGap <= -namedElsewhere ? 1 : 0,
    row: features.row,
    front: features.front,
  }
}

/** Least probability at which the best clause is given as the answer where no other way has found one. */
export const leastProbability = 0.55

/** Probability below which nothing is answered from a single clause: of such decisions fewer than 7 % were right (REPORT.md). */
export const improbable = 0.15

const decision = weights.gate as Record<GateName, number>

/** Values that belong to their notice alone: the telephone of one call is no answer for another. */
const ownValues = new Set<ValueKind>(['phone', 'email', 'address', 'person'])

/** The probability that the best clause answers the question. */
export function answerability(reading: Reading, ranked: Ranked[]): number {
  const [best] = ranked
  if (!best) return 0
  const asksForOwn = ownValues.has(reading.asked.value.kind) || reading.asked.aspects.has('contact')
  if (asksForOwn && best.best.features.titleGap <= -namedElsewhere) return 0
  const features = gateFeatures(reading, ranked)
  return probabilityOf(gateNames.reduce((sum, name) => sum + decision[name] * features[name], 0))
}
