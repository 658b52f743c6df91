import type { Term } from '../understand/question.ts'
import { isKnownUnit } from '../understand/content-units.ts'
import { totalWeight } from '../understand/question.ts'
import type { Ranked } from './features.ts'
import { keyOf, type Reading } from './reading.ts'
import { recallEvidence, recallGateNames } from './recall-features.ts'
import { topOf } from '../understand/scope-evidence.ts'

/** What the decision to answer looks at, by name; of order one. */
export const gateNames = [
  'bias',
  'score',
  'fit',
  'margin',
  'otherMargin',
  'probability',
  'logProbability',
  'noticeProbability',
  'search',
  'bestSearch',
  'coverage',
  'bestCoverage',
  'mass',
  'parentSearch',
  'before',
  'sentence',
  'clause',
  'company',
  'content',
  'contentMissing',
  'missingMost',
  'near',
  'valueInClause',
  'valueMissing',
  'nearAbsent',
  'nearMissing',
  'nearUnknown',
  'elsewhereOnly',
  'notInClause',
  'titleMass',
  'bodyMass',
  'year',
  'otherYear',
  'yearUnknown',
  'unknown',
  'unknownMost',
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
  'context',
  'presumed',
  'presumedFew',
  'counted',
  'figureGiven',
  'figureUnit',
  'figureWithin',
  'figureOutside',
  'figureEqual',
  ...recallGateNames,
] as const
export type GateName = (typeof gateNames)[number]
type Part<Name extends GateName> = Pick<Record<GateName, number>, Name>

/** Evidence in nats by which another notice must be named more than that of the clause to count as the one meant. */
export const namedElsewhere = 0.7

const squash = (value: number, scale: number): number => value / (scale + Math.abs(value))
/** The weight of a rare word, in nats. */
const rare = 8

/** What speaks for and against answering from the best clause. */
export function gateFeatures(reading: Reading, ranked: Ranked[]): Record<GateName, number> {
  const [best] = ranked
  if (!best) throw new RangeError('no candidate')
  const { asked, catalogue, weight } = reading
  const { features } = best.best
  const { id } = best.entry.notice
  const { search, mass, parentSearch, before, sentence, clause, company, content, contentMissing, missingMost } =
    features
  const { near, valueInClause, year, otherYear, sameClause, otherProgramme, context, presumed, presumedFew, counted } =
    features
  const { figureUnit, figureWithin, figureOutside, figureEqual } = features
  const waits = asked.value.kind !== 'text'
  const carried = asked.leansOn?.notice === id
  const places = [...reading.hits.values()]
  return {
    bias: 1,
    ...oddsOf(ranked, best),
    ...{ search, mass, parentSearch, before, sentence, clause, company, content, contentMissing, missingMost },
    ...{ near, valueInClause, year, otherYear, sameClause, otherProgramme, context, presumed, presumedFew, counted },
    ...{ figureUnit, figureWithin, figureOutside, figureEqual },
    figureGiven: Number(reading.figures.length > 0),
    bestSearch: squash(reading.bestScore, 1),
    coverage: reading.hits.get(keyOf(best.entry))?.coverage ?? 0,
    bestCoverage: Math.max(0, ...places.map(({ coverage }) => coverage)),
    valueMissing: Number(waits && valueInClause === 0),
    ...absences(reading, best),
    titleMass: squash(asked.evidence.title.get(id) ?? 0, 3),
    bodyMass: squash(asked.evidence.body.get(id) ?? 0, 3),
    yearUnknown: Number(
      asked.years.length > 0 && !asked.years.some((one) => catalogue.notices.some((notice) => notice.year === one)),
    ),
    weight: squash(weight, 15),
    few: Number(weight < 3),
    asks: Number(asked.aspects.size > 0),
    waits: Number(waits),
    english: Number(asked.english),
    carried: Number(carried),
    carriedFew: Number(carried && weight < 5),
    elsewhere: Number(features.titleGap <= -namedElsewhere),
    ...recallEvidence(reading, best.entry),
  }
}

/** How far the best clause stands before the others. */
function oddsOf(
  ranked: Ranked[],
  { entry, score, fit }: Ranked,
): Part<'score' | 'fit' | 'margin' | 'otherMargin' | 'probability' | 'logProbability' | 'noticeProbability'> {
  const elsewhere = ranked.find((one) => one.entry.notice !== entry.notice || topOf(one.entry) !== topOf(entry))
  const marginTo = (other: Ranked | undefined): number => (other ? Math.min(1, (score - other.score) / 3) : 1)
  const odds = ranked.map((one) => Math.exp(one.score - score))
  const all = odds.reduce((sum, one) => sum + one, 0)
  const inNotice = odds.reduce((sum, one, at) => sum + (ranked[at]!.entry.notice === entry.notice ? one : 0), 0)
  return {
    score: score / 10,
    fit: fit / 3,
    margin: marginTo(ranked[1]),
    otherMargin: marginTo(elsewhere),
    probability: 1 / all,
    logProbability: Math.max(-4, -Math.log(all)) / 2,
    noticeProbability: inNotice / all,
  }
}

/** Which of the question's words the best clause, its notice or all notices lack. */
function absences(
  { words, catalogue, heldIn }: Reading,
  { entry }: Ranked,
): Part<'nearAbsent' | 'nearMissing' | 'nearUnknown' | 'elsewhereOnly' | 'notInClause' | 'unknown' | 'unknownMost'> {
  const { own, company } = heldIn(entry)
  const isUnknown = (word: Term): boolean => word.unknown ?? !isKnownUnit(catalogue, word)
  const isHere = words.map((word) => catalogue.noticesWith(word.words).has(entry.notice.id))
  const share = (some: Term[], of: readonly Term[]): number => {
    const whole = totalWeight([...of])
    return whole === 0 ? 0 : totalWeight(some) / whole
  }
  const most = (some: Term[]): number => Math.max(0, ...some.map(({ weight }) => weight))
  const absent = words.filter((_, at) => !isHere[at])
  const near = words.filter((word) => word.near)
  const unknown = words.filter(isUnknown)
  return {
    nearAbsent: share(
      near.filter((word) => absent.includes(word)),
      near,
    ),
    nearMissing: Math.max(0, ...words.map((word, at) => (word.near ? word.weight * (1 - company[at]!) : 0))) / rare,
    nearUnknown: share(near.filter(isUnknown), near),
    elsewhereOnly: share(
      absent.filter((word) => !isUnknown(word)),
      words,
    ),
    notInClause: share(
      words.filter((_, at) => isHere[at] && own[at]! < 0.5 && company[at]! < 0.5),
      words,
    ),
    unknown: share(unknown, words),
    unknownMost: most(unknown) / Math.max(1e-9, most([...words])),
  }
}
