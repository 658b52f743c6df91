import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { align } from './align.ts'
import { type ClauseSource, clauseSource, comma, type Stretch } from './clause-source.ts'
import { mayAdd, mayOmit } from './loose-words.ts'
import { evenedOut, plainText } from './plain-text.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Stretches of a statement that a part of a sentence may hold at most. */
const mostStretches = 5
/** Parts of a sentence that may make up one stretch. */
const mostJoined = 3
/** Tokens of a clause that a sentence must hold to say anything of it; a figure counts as many. */
const leastSubstance = 4

/** A part of a sentence, as it is compared. */
type Part = { text: string; tokens: Token[] }

/** Where a part of a sentence stands: the stretches `from` … `to` of a statement, both included. */
type Place = { source: ClauseSource; statement: Stretch[]; from: number; to: number; substance: number }

const partsOf = (sentence: string): Part[] =>
  evenedOut(plainText(sentence))
    .split(/[；;。！!？?\n]+/u)
    .flatMap((statement) => statement.split(comma))
    .map((text) => ({ text, tokens: tokensOf(text) }))
    .filter(({ tokens }) => tokens.length > 0)

/** The stretches from one to another of a statement that a part retells whole, if it does. */
function placeIn(part: Part, source: ClauseSource, statement: Stretch[], from: number, to: number): Place | undefined {
  const stretches = statement.slice(from, to + 1)
  const text = stretches.map((stretch) => stretch.text).join(',')
  const tokens = tokensOf(text)
  const figures = (all: readonly Token[]) =>
    all.filter(({ isFigure, brackets }) => isFigure && brackets === undefined).length
  if (figures(part.tokens) < figures(tokens)) return undefined
  const { paired, added, omitted } = align(part.tokens, tokens)
  if (paired === 0 || !mayAdd(added, part.text, source.names) || !mayOmit(omitted, text, tokens, source.names))
    return undefined
  const pairedFigures = part.tokens.filter((token) => token.isFigure && !added.includes(token)).length
  return { source, statement, from, to, substance: paired + (leastSubstance - 1) * pairedFigures }
}

/** All places where a part stands, the shortest first. */
function placesOf(part: Part, sources: readonly ClauseSource[]): Place[] {
  const places: Place[] = []
  for (const source of sources)
    for (const statement of source.statements)
      for (let from = 0; from < statement.length; from += 1)
        for (let to = from; to < Math.min(statement.length, from + mostStretches); to += 1) {
          const place = placeIn(part, source, statement, from, to)
          if (place) places.push(place)
        }
  return places.toSorted((a, b) => a.to - a.from - (b.to - b.from))
}

/** Where the next parts of a sentence stand, taken one by one or, where commas are the model's own, some together. */
function placeFrom(parts: readonly Part[], at: number, sources: readonly ClauseSource[]) {
  for (let taken = 1; taken <= Math.min(mostJoined, parts.length - at); taken += 1) {
    const text = parts
      .slice(at, at + taken)
      .map((part) => part.text)
      .join(',')
    const [place] = placesOf({ text, tokens: tokensOf(text) }, sources)
    if (place) return { place, taken }
  }
  return undefined
}

/** Whether what a stretch depends on is said too, and what it leads on to. */
function isWhole(places: readonly Place[]): boolean {
  const said = (statement: Stretch[], at: number) =>
    places.some((place) => place.statement === statement && at >= place.from && at <= place.to)
  return places.every(({ statement, from, to }) => {
    const before = statement[from - 1]
    const after = statement[to + 1]
    const stands = !before || (!before.needsNext && !statement[from]!.leansBack) || said(statement, from - 1)
    const ends = !after || (!after.leansBack && !statement[to]!.leads) || said(statement, to + 1)
    return stands && ends
  })
}

/**
 * Holds a sentence against clauses: each part of it must retell whole stretches of one statement of one clause, in their
 * order, with every figure under its bound; it may add words that only join or name where the clause stands, and leave
 * out words that change nothing. What a statement makes depend on something is not said without it.
 *
 * @param sentence As a model wrote it.
 * @param entries The clauses that it may rest on.
 * @returns The clauses that it does rest on, in their order; none where any part of it rests on nothing.
 */
export function groundSentence(sentence: string, entries: readonly Entry[]): Entry[] {
  const sources = entries.map(clauseSource)
  const names = sources.flatMap((source) => source.names)
  const parts = partsOf(sentence)
  const places: Place[] = []
  for (let at = 0; at < parts.length;) {
    const found = placeFrom(parts, at, sources)
    if (found) places.push(found.place)
    else if (!mayAdd(parts[at]!.tokens, parts[at]!.text, names)) return []
    at += found?.taken ?? 1
  }
  const substance = places.reduce((sum, place) => sum + place.substance, 0)
  if (substance < leastSubstance || !isWhole(places)) return []
  return entries.filter((entry) => places.some(({ source }) => source.entry === entry))
}
