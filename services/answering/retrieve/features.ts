import { strengthOf } from '../../../knowledge/finding/aspects.ts'
import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import type { Hit } from '../../../knowledge/searching/search-clauses.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Unit } from '../question.ts'
import type { Asked } from './asked.ts'
import { type Passage, passagesOf } from './passages.ts'
import { programmesNamed } from './named-parts.ts'
import { heldBy, titleText } from './scope-evidence.ts'

/** The features of a candidate, by name; all are shares 0 … 1 or small numbers of order one. */
export const featureNames = [
  'search',
  'searchRank',
  'found',
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
  'valueInClause',
  'valueMissing',
  'figure',
  'figureMissing',
  'title',
  'titleGap',
  'body',
  'programme',
  'otherProgramme',
  'year',
  'otherYear',
  'yearInText',
  'replaced',
  'recent',
  'sameNotice',
  'sameProgramme',
  'sameClause',
  'sameList',
  'heading',
  'row',
  'table',
  'front',
  'closing',
  'form',
  'contact',
  'annex',
  'leadIn',
  'long',
  'first',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = Record<FeatureName, number>

export type Candidate = { passage: Passage; features: Features }

/** What is the same for all candidates of a question. */
export type Reading = {
  catalogue: Catalogue
  asked: Asked
  /** Each clause found: its score as a share of the best, and its rank. */
  hits: Map<string, { share: number; rank: number }>
  /** The clauses the last answer rested on. */
  rests: readonly { notice: string; clause: string }[]
  newest: number
  /** How much of a term a notice's title holds: the same for all of its passages. */
  inTitle(notice: Notice, term: Unit): number
}

export const keyOf = (entry: Entry): string => `${entry.notice.id}#${entry.clause.id}`

export function readFor(catalogue: Catalogue, asked: Asked, hits: Hit[], rests: Reading['rests'] = []): Reading {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE)
  const places = hits.map(({ notice, clause, score }, rank): [string, { share: number; rank: number }] => [
    `${notice}#${clause}`,
    { share: score / best, rank },
  ])
  return {
    catalogue,
    asked,
    hits: new Map(places),
    rests,
    newest: Math.max(...catalogue.notices.map(({ year }) => year)),
    inTitle: titleShares(),
  }
}

function titleShares(): Reading['inTitle'] {
  const known = new Map<Notice, Map<Unit, number>>()
  return (notice, term) => {
    const own = known.get(notice) ?? new Map<Unit, number>()
    known.set(notice, own)
    const share = own.get(term) ?? heldBy(titleText(notice), term)
    own.set(term, share)
    return share
  }
}

/** A number as such: 10 is neither in 100 nor in 10.5. */
const holdsNumber = (text: string, digits: string): boolean => {
  for (let at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
    if (
      !/[\d.]/u.test(text[at - 1] ?? '') &&
      !/^(?:\d|[.]\d)/u.test(text.slice(at + digits.length, at + digits.length + 2))
    )
      return true
  }
  return false
}

const isNumber = /^\d+(?:\.\d+)?$/u

/** How much of a unit a text holds, 0 … 1. */
function held(text: string, unit: Unit): number {
  const [first = ''] = unit.words
  if (isNumber.test(first)) return holdsNumber(text, first) ? 1 : 0
  if (first.length === 1) return text.includes(first) ? 1 : 0
  if (text.includes(first)) return 1
  return unit.words.some((word) => word.length > 1 && text.includes(word)) ? 0.9 : 0
}

/** Weight of words from which on their share counts in full: less may be one word of chat. */
const fullContent = 5

const logistic = (value: number): number => value / (1 + Math.abs(value))

export function featuresOf(reading: Reading, passage: Passage, place: number): Features {
  const { asked, hits, rests, catalogue } = reading
  const { evidence, leansOn } = asked
  const { entry, own } = passage
  const { notice, clause } = entry
  const key = keyOf(entry)
  const hit = hits.get(key)
  const title = titleText(notice)
  let total = 0,
    sentence = 0,
    clauseHeld = 0,
    company = 0,
    exact = 0
  let content = 0,
    contentHeld = 0,
    contentAbove = 0,
    missing = 0,
    largest = 0,
    near = 0,
    nearHeld = 0
  for (const unit of asked.terms) {
    if (unit.aspect) continue
    const { weight } = unit
    const inOwn = held(own, unit)
    const inClause = Math.max(inOwn, held(entry.own, unit))
    const inCompany = Math.max(inClause, 0.9 * held(entry.above, unit))
    const inTitle = reading.inTitle(notice, unit)
    total += weight
    sentence += weight * inOwn
    clauseHeld += weight * inClause
    company += weight * inCompany
    exact += weight * (own.includes(unit.words[0] ?? '') ? 1 : 0)
    largest = Math.max(largest, weight)
    if (inTitle < 0.5) {
      content += weight
      contentHeld += weight * inOwn
      contentAbove += weight * inCompany
      missing = Math.max(missing, weight * (1 - inCompany))
    }
    if (unit.near) {
      near += weight
      nearHeld += weight * inClause
    }
  }
  const aspects = [...asked.aspects].filter((name) => name !== 'definition')
  const aspect =
    aspects.length === 0 ? 0 : aspects.reduce((sum, name) => sum + strengthOf(entry.aspects, name), 0) / aspects.length
  const { kind, unit } = asked.value
  const waits = kind !== 'text'
  const holds = waits && holdsValue(own, kind, unit)
  const holdsClause = waits && (holds || holdsValue(entry.own, kind, unit))
  const { figures, years } = asked
  const figuresHeld = figures.filter((figure) => holdsNumber(own, figure)).length
  const ofYear = years.includes(notice.year) || years.some((year) => title.includes(String(year)))
  const inText = years.some((year) => own.includes(String(year)) || entry.above.includes(`${year}年`))
  const sameNotice = leansOn?.notice === notice.id
  const substring = longestShared(asked.text, entry.own)
  return {
    search: hit?.share ?? 0,
    searchRank: hit ? 1 / (1 + hit.rank) : 0,
    found: hit ? 1 : 0,
    sentence: total === 0 ? 0 : sentence / total,
    clause: total === 0 ? 0 : clauseHeld / total,
    company: total === 0 ? 0 : company / total,
    exact: total === 0 ? 0 : exact / total,
    content: content === 0 ? 0 : contentHeld / content,
    contentMissing: (content - contentAbove) / Math.max(content, fullContent),
    missingMost: largest === 0 ? 0 : missing / largest,
    near: near === 0 ? 0 : nearHeld / near,
    substring: Math.min(1, substring / 10),
    aspect,
    aspectMissing: aspects.length > 0 && aspect < 0.3 ? 1 : 0,
    value: holds ? 1 : 0,
    valueInClause: holdsClause ? 1 : 0,
    valueMissing: waits && !holdsClause ? 1 : 0,
    figure: figures.length === 0 ? 0 : figuresHeld / figures.length,
    figureMissing: figures.length > 0 && figuresHeld === 0 ? 1 : 0,
    title: logistic((evidence.title.get(notice.id) ?? 0) - evidence.bestTitle),
    titleGap: Math.max(-2, (evidence.title.get(notice.id) ?? 0) - evidence.bestTitle),
    body: logistic((evidence.body.get(notice.id) ?? 0) - evidence.bestBody),
    programme: programmeFit(reading, entry),
    otherProgramme: isOfOther(asked, entry) ? 2 : 0,
    year: ofYear ? 1 : 0,
    otherYear: years.length > 0 && !ofYear && !inText ? 1 : 0,
    yearInText: years.length > 0 && !ofYear && inText ? 1 : 0,
    replaced: years.length === 0 && catalogue.notices.some(({ replaces }) => replaces.includes(notice.id)) ? 1 : 0,
    recent: years.length === 0 ? Math.max(-1, (notice.year - reading.newest) / 5) : 0,
    sameNotice: sameNotice ? 1 : 0,
    sameProgramme: sameNotice && leansOn.programme !== undefined && entry.programme?.id === leansOn.programme ? 1 : 0,
    sameClause:
      leansOn !== undefined && rests.some((rest) => rest.notice === notice.id && rest.clause === clause.id) ? 1 : 0,
    sameList:
      sameNotice && rests.some((rest) => catalogue.find(rest.notice, rest.clause)?.parent === entry.parent) ? 1 : 0,
    heading: clause.kind === 'heading' ? 1 : 0,
    row: clause.kind === 'row' ? 1 : 0,
    table: clause.kind === 'table' ? 1 : 0,
    front: clause.kind === 'front' ? 1 : 0,
    closing: clause.kind === 'closing' ? 1 : 0,
    form: clause.kind === 'form' ? 1 : 0,
    contact: clause.kind === 'contact' ? 1 : 0,
    annex: clause.id.startsWith('a') ? 1 : 0,
    leadIn: /[：:]$/u.test(clause.text) ? 1 : 0,
    long: Math.min(1, own.length / 200),
    first: place === 0 ? 1 : 0,
  }
}

/** Whether the heads of the clause's own part of the notice are spoken of more than those of the parts beside it. */
function programmeFit({ asked }: Reading, entry: Entry): number {
  const { programmes } = entry.notice
  if (programmes.length < 2 || !entry.programme) return 0
  const weigh = (title: string): number =>
    asked.terms.reduce((sum, term) => sum + (term.aspect ? 0 : term.weight * heldBy(fold(title), term)), 0)
  const best = Math.max(...programmes.map(({ title }) => weigh(title)))
  return logistic(weigh(entry.programme.title) - best)
}

/** Whether the question names a programme of the notice, and not the one that the clause is of. */
function isOfOther({ text, leansOn }: Asked, { notice, programme }: Entry): boolean {
  if (notice.programmes.length < 2 || !programme) return false
  const named = programmesNamed(notice, text)
  if (named.length === 0 && leansOn?.notice === notice.id && leansOn.programme)
    return leansOn.programme !== programme.id
  return named.length > 0 && !named.includes(programme.id)
}

function longestShared(question: string, text: string): number {
  let longest = 0
  for (let at = 0; at + longest < question.length; at++) {
    while (at + longest < question.length && text.includes(question.slice(at, at + longest + 1))) longest++
  }
  return longest
}

const mostHits = 60
const mostPointed = 150

/** The clauses that may answer: what the index found, and what the notices named hold on the matter. */
export function entriesFor(reading: Reading): Set<Entry> {
  const found = [...reading.hits.keys()].slice(0, mostHits).flatMap((key) => {
    const at = key.indexOf('#')
    return reading.catalogue.find(key.slice(0, at), key.slice(at + 1)) ?? []
  })
  return new Set([...found, ...pointedEntries(reading)].filter(({ clause }) => clause.kind !== 'furniture'))
}

/** The passages of clauses with their features. */
export const candidatesOf = (reading: Reading, entries: Iterable<Entry>): Candidate[] =>
  [...entries].flatMap((entry) =>
    passagesOf(reading.catalogue, entry).map((passage, at) => ({
      passage,
      features: featuresOf(reading, passage, at),
    })),
  )

/** Clauses of the notices that the question names which speak to something it asks. */
function pointedEntries({ catalogue, asked }: Reading): Entry[] {
  const pointed = new Set(asked.notices)
  if (pointed.size === 0) return []
  const words = asked.terms
    .filter(({ aspect, weight }) => !aspect && weight > 1)
    .flatMap((term) => term.words.slice(0, 4))
  return catalogue.entries
    .filter(
      (entry) =>
        pointed.has(entry.notice) &&
        ([...asked.aspects].some((aspect) => entry.aspects.has(aspect)) ||
          words.some((word) => word.length > 1 && entry.own.includes(word))),
    )
    .slice(0, mostPointed)
}
