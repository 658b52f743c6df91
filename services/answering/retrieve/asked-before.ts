import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../../knowledge/kept.ts'
import { diceOf, pairsOf } from '../../../knowledge/language/characters.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import shipped from './asked-before.json' with { type: 'json' }

/** A question that is known: the clauses that answer it as `notice#clause`, or none where `notice` does not. */
export type KnownQuestion = { text: string; notice?: string | undefined; places: readonly string[] }

/** Known questions as they are kept: those of each clause, or clauses side by side, and those that a notice does not answer. */
export type StoredQuestions = { answered: Record<string, string[]>; refused: Record<string, string[]> }

/** How like a question is to the known ones, 0 … 1: to those a clause answers, and those a notice answers or does not. */
export type Recalled = {
  ofClause: ReadonlyMap<string, number>
  answered: ReadonlyMap<string, number>
  refused: ReadonlyMap<string, number>
}
export type Recall = (text: string) => Recalled

/** Separates the places of one question in the key it is kept under. */
const gap = ' '

export function storedQuestions(known: readonly KnownQuestion[]): StoredQuestions {
  const grouped = (some: KnownQuestion[], by: (one: KnownQuestion) => string): Record<string, string[]> =>
    Object.fromEntries(
      [...Map.groupBy(some, by)]
        .map(([key, ones]): [string, string[]] => [key, [...new Set(ones.map(({ text }) => text))].toSorted()])
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    )
  return {
    answered: grouped(
      known.filter(({ places }) => places.length > 0),
      ({ places }) => places.toSorted().join(gap),
    ),
    refused: grouped(
      known.filter(({ places, notice }) => places.length === 0 && notice !== undefined),
      ({ notice }) => notice!,
    ),
  }
}

function readStored({ answered, refused }: StoredQuestions): KnownQuestion[] {
  const answers = Object.entries(answered).flatMap(([key, texts]) =>
    texts.map((text) => ({ text, places: key.split(gap) })),
  )
  return [
    ...answers,
    ...Object.entries(refused).flatMap(([notice, texts]) => texts.map((text) => ({ text, notice, places: [] }))),
  ]
}

/** The questions that staff wrote for the notices in use. */
const ofStaff = ({ notices }: Catalogue): KnownQuestion[] =>
  notices.flatMap((notice) =>
    (notice.spoken?.questions ?? []).map(({ question, quote }) => ({
      text: question,
      places: notice.clauses.filter(({ text }) => text.includes(quote)).map(({ id }) => `${notice.id}#${id}`),
    })),
  )

/** Recalls the questions that come with the weights, and those that staff wrote for the notices in use. */
export const recallFor = keptFor((catalogue: Catalogue): Recall => {
  const known = [...readStored(shipped), ...ofStaff(catalogue)]
  const later = laterPlaces(catalogue, known)
  return recallAmong(
    known.map((one) => ({ ...one, places: [...one.places, ...one.places.flatMap((place) => later.get(place) ?? [])] })),
  )
})

/** How alike two clauses are, 0 … 1, from which the later one is taken to be the earlier one's next edition. */
const sameRule = 0.6

/** Where the clauses of known questions stand in the notices that replace theirs and of which no question is known yet. */
function laterPlaces(catalogue: Catalogue, known: readonly KnownQuestion[]): Map<string, string[]> {
  const places = [...new Set(known.flatMap((one) => one.places))]
  const ownNotices = new Set(places.map(noticeOf))
  const later = catalogue.notices.filter(({ id, replaces }) => !ownNotices.has(id) && replaces.length > 0)
  return new Map(
    places.map((place) => {
      const found: string[] = []
      // What replaces a notice may have been replaced itself.
      for (let at: string[] = [place]; at.length > 0;) {
        at = at.flatMap((one) => nextPlaces(catalogue, later, one)).filter((one) => !found.includes(one))
        found.push(...at)
      }
      return [place, found]
    }),
  )
}

function nextPlaces(catalogue: Catalogue, later: readonly Notice[], place: string): string[] {
  const entry = catalogue.find(noticeOf(place), place.slice(place.indexOf('#') + 1))
  const next = later.filter(({ replaces }) => entry && replaces.includes(entry.notice.id))
  return next.flatMap((notice) => sameRuleIn(catalogue, notice, entry!))
}

function sameRuleIn({ entries }: Catalogue, { id }: Notice, entry: Entry): string[] {
  const own = new Set(pairsOf(entry.own))
  const [best] = entries
    .filter(({ notice, clause }) => notice.id === id && clause.kind === entry.clause.kind)
    .map((other) => ({ other, alike: diceOf(own, new Set(pairsOf(other.own))) }))
    .toSorted((a, b) => b.alike - a.alike)
  return best && best.alike >= sameRule ? [`${id}#${best.other.clause.id}`] : []
}

const year = /20\d\d年?度?|\d\d年度?/gu

/** The pairs of characters of a question, without its years: those say which notice is meant. */
const pairsIn = (text: string): string[] => [
  ...new Set(
    pairsOf(
      fold(text)
        .replace(year, '')
        .replace(/[^\p{L}\p{N}]/gu, ''),
    ),
  ),
]

/** A pair of characters: the known questions that hold it, and what it is worth. */
type Held = { at: number[]; worth: number }

/** A logarithm of how few questions hold a pair; the rarer it is the more two questions that share it are alike. */
const worthOf = (holders: number, all: number): number => Math.log(1 + all / holders)

/** Likeness of questions: the cosine of their pairs of characters, each by its worth. Salton, McGill 1983. */
export function recallAmong(known: readonly KnownQuestion[]): Recall {
  const pairs = known.map(({ text }) => pairsIn(text))
  const held = new Map<string, Held>()
  for (const [at, own] of pairs.entries())
    for (const pair of own) {
      const one = held.get(pair)
      if (one) one.at.push(at)
      else held.set(pair, { at: [at], worth: 0 })
    }
  for (const one of held.values()) one.worth = worthOf(one.at.length, known.length)
  const unheld = worthOf(1, known.length)
  const sizeOf = (own: readonly string[]): number =>
    Math.hypot(...own.map((pair) => held.get(pair)?.worth ?? unheld)) || 1
  const sizes = pairs.map(sizeOf)
  return (text) => {
    const own = pairsIn(text)
    const size = sizeOf(own)
    const likeness = new Map<number, number>()
    for (const { at: places, worth } of own.flatMap((pair) => held.get(pair) ?? []))
      for (const at of places) likeness.set(at, (likeness.get(at) ?? 0) + worth ** 2 / (size * sizes[at]!))
    return mostLike(known, likeness)
  }
}

function mostLike(known: readonly KnownQuestion[], likeness: ReadonlyMap<number, number>): Recalled {
  const most = {
    ofClause: new Map<string, number>(),
    answered: new Map<string, number>(),
    refused: new Map<string, number>(),
  }
  for (const [at, value] of likeness) {
    const { places, notice } = known[at]!
    for (const place of places) {
      raise(most.ofClause, place, value)
      raise(most.answered, noticeOf(place), value)
    }
    if (places.length === 0 && notice !== undefined) raise(most.refused, notice, value)
  }
  return most
}

const noticeOf = (place: string): string => place.slice(0, place.indexOf('#'))

const raise = (most: Map<string, number>, key: string, value: number): void => {
  if (value > (most.get(key) ?? 0)) most.set(key, value)
}
