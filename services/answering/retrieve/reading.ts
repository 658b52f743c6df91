import { keptByText } from '../../../knowledge/kept.ts'
import type { Catalogue, Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { type Figure, readFigures } from '../../../knowledge/language/figure.ts'
import type { Hit } from '../../../knowledge/searching/hit.ts'
import type { Unit } from '../understand/question.ts'
import { type Asked, type Term, totalWeight } from '../understand/question.ts'
import { type Recall, type Recalled, recallFor } from './asked-before.ts'
import { held } from './held.ts'
import { programmesNamed } from '../understand/named-parts.ts'
import { heldBy, titleText } from '../understand/scope-evidence.ts'

/**
 * A clause found: its score as a share of the best, its rank from 0, the share of the question's terms that it holds, and how
 * near it is in meaning, where that is known.
 */
export type Place = { share: number; rank: number; coverage: number; likeness?: number }

/** What is the same for all candidates of a question. */
export type Reading = {
  catalogue: Catalogue
  asked: Asked
  hits: Map<string, Place>
  /** The search's best score, which has no unit. */
  bestScore: number
  /** Each notice's share of all that was found, by its id. */
  mass: ReadonlyMap<string, number>
  /** The clauses the last answer rested on. */
  rests: readonly { notice: string; clause: string }[]
  /** How like the question is to those that are known. */
  recalled: Recalled
  newest: number
  /** The figures that the question gives, years apart. */
  figures: readonly Figure[]
  /** The words of the question that are no aspect, and their weights together. */
  words: readonly Term[]
  weight: number
  /** The weight of those that don't only say which notice is meant. */
  content: number
  /** How far it is about its aspect, its kind of value or what was asked before alone: 1 without content, a half at `fewWords`. */
  few: number
  /** How much of a term a notice's title holds: the same for all of its passages. */
  inTitle(notice: Notice, term: Unit): number
  /** Ids of a notice's programmes that the question names. */
  programmesNamed(notice: Notice): readonly string[]
  /** How much of each of `words` a clause holds itself, and it or what stands above it; the latter counts a little less. */
  heldIn(entry: Entry): Held
  /** What share of the last question's words a clause or what stands above it holds. */
  contextIn(entry: Entry): number
}
/** How much of each of the question's words a clause holds itself, and with what stands above it. */
export type Held = { own: Float64Array; company: Float64Array; holdsAny: boolean }

export const keyOf = (entry: Entry): string => `${entry.notice.id}#${entry.clause.id}`

/** What stands above a clause counts a little less than what it says itself. */
export const fromAbove = 0.9

/** Weight of content at which a question is half about its aspect or kind of value alone. */
const fewWords = 5

/** @param recall Likens the question to known ones; to those that come with the weights unless others are given. */
export function readFor(
  catalogue: Catalogue,
  asked: Asked,
  hits: Hit[],
  rests: Reading['rests'] = [],
  recall: Recall = recallFor(catalogue),
): Reading {
  const best = Math.max(...hits.map(({ score }) => score), Number.MIN_VALUE)
  const places = hits.map(({ notice, clause, score, coverage, likeness }, rank): [string, Place] => [
    `${notice}#${clause}`,
    { share: score / best, rank, coverage, ...(likeness !== undefined && { likeness }) },
  ])
  const words = asked.terms.filter(({ aspect }) => !aspect)
  const content = words.reduce((sum, { weight, names }) => sum + (names ? 0 : weight), 0)
  return {
    catalogue,
    asked,
    hits: new Map(places),
    bestScore: hits.length === 0 ? 0 : best,
    mass: massOf(hits),
    rests,
    recalled: recall(asked.text),
    newest: Math.max(...catalogue.notices.map(({ year }) => year)),
    figures: readFigures(asked.text),
    words,
    weight: words.reduce((sum, { weight }) => sum + weight, 0),
    content,
    few: fewWords / (fewWords + content),
    inTitle: titleShares(),
    programmesNamed: programmesIn(asked.text),
    heldIn: heldShares(words, (notice) => asked.named.includes(notice)),
    contextIn: contextShares(asked.context),
  }
}

function massOf(hits: Hit[]): Map<string, number> {
  const all = hits.reduce((sum, { score }) => sum + score, Number.MIN_VALUE)
  const mass = new Map<string, number>()
  for (const { notice, score } of hits) mass.set(notice, (mass.get(notice) ?? 0) + score / all)
  return mass
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

function programmesIn(text: string): Reading['programmesNamed'] {
  const known = new Map<Notice, readonly string[]>()
  return (notice) => {
    const named = known.get(notice) ?? programmesNamed(notice, text)
    known.set(notice, named)
    return named
  }
}

/** @param isNamed Whether a notice is one of those that the question names. */
function heldShares(words: readonly Term[], isNamed: (notice: Notice) => boolean): Reading['heldIn'] {
  const known = new Map<Entry, Held>()
  // The points of a list stand under the same words.
  const heldAbove = keptByText((above) => Float64Array.from(words, (word) => held(above, word)))
  // What a question calls a notice by is said of all that the notice says: 医院 of 医疗卫生系统.
  const named = ({ notice }: Entry, word: Term): number => Number(word.names === true && isNamed(notice))
  return (entry) => {
    const kept = known.get(entry)
    if (kept) return kept
    const own = Float64Array.from(words, (word) => held(entry.own, word))
    const above = heldAbove(entry.above)
    const company = own.map((share, at) =>
      share === 1 ? 1 : Math.max(share, fromAbove * Math.max(above[at]!, named(entry, words[at]!))),
    )
    const shares = { own, company, holdsAny: own.some((share) => share > 0) }
    known.set(entry, shares)
    return shares
  }
}

function contextShares(context: readonly Unit[]): Reading['contextIn'] {
  const known = new Map<Entry, number>()
  const all = totalWeight(context)
  const shareIn = ({ own, above }: Entry): number =>
    context.reduce((sum, unit) => sum + unit.weight * Math.max(held(own, unit), fromAbove * held(above, unit)), 0) / all
  return (entry) => {
    if (all === 0) return 0
    const share = known.get(entry) ?? shareIn(entry)
    known.set(entry, share)
    return share
  }
}

/** What share of a question's words, by weight, is held; `by` says how much of the word at an index. */
export const shareHeld = ({ words, weight }: Reading, by: (at: number) => number): number =>
  weight === 0 ? 0 : words.reduce((sum, word, at) => sum + word.weight * by(at), 0) / weight
