import { type Catalogue, fold } from '../../../knowledge/finding/catalogue.ts'
import { isSingle, lengthOf, pairsOf } from '../../../knowledge/language/characters.ts'
import chatWords from '../../../knowledge/lexicon/chat-words.json' with { type: 'json' }
import fillers from '../../../knowledge/lexicon/fillers.json' with { type: 'json' }
import related from '../../../knowledge/lexicon/related.json' with { type: 'json' }
import type { Everyday } from './everyday.ts'
import { segmentsOf } from './segment.ts'
import { type Unit, totalWeight } from './question.ts'
import { blank } from './read-aspects.ts'

const unknownWeight = 0.6

/** What words that no clause holds weigh together at most: a long story must not drown the question in it. */
const unknownCap = 8

const phrases = fillers.filter((word) => word.length > 1).sort((a, b) => b.length - a.length)
const fillerPattern = new RegExp(phrases.join('|'), 'gu')
/** Words of grammar and chat; those of the second list say nothing only where they stand alone. */
const fillerWords = new Set([...fillers, ...chatWords])

export const groups = related
  .flatMap((words) => words.map((word): [string, string[]] => [fold(word), words.map(fold)]))
  .sort(([a], [b]) => b.length - a.length)

/** A title in 《》 counts as a word of its own. */
export const quotedUnits = (asked: string): Unit[] =>
  [...asked.matchAll(/《([^》]{3,40})》/gu)].map(([, title = '']) => ({ words: [fold(title)], weight: 4 }))

/** The words left as they stand, longest first. */
export const contentRuns = (text: string): string[] =>
  [
    ...withoutFillers(text.replace(questionMarks, '·').replace(fillerPattern, '·')).matchAll(
      /\p{Script=Han}{2,}|[a-z]{2,}\d*/gu,
    ),
  ]
    .map(([run]) => run)
    .sort((a, b) => b.length - a.length)

/**
 * What is left of the question: groups of words that mean the same, then pairs of characters.
 *
 * @param everyday Words of the text that stand for official ones.
 */
export function contentUnits(catalogue: Catalogue, text: string, everyday: Everyday[] = []): Unit[] {
  const units: Unit[] = []
  // 能不能 asks whether, and holds no 不能.
  let rest = text.replace(eitherWay, '·')
  for (const [word, group] of groups) {
    if (isSingle(word) || !rest.includes(word)) continue
    units.push({ words: [word, ...group.filter((other) => other !== word)], weight: weightOf(catalogue, word) })
    rest = blank(rest, word)
  }
  for (const { word, official } of everyday) {
    if (!rest.includes(word)) continue
    const unit = { words: [word, ...official] }
    units.push({ ...unit, weight: weightOfAny(catalogue, unit.words) })
    rest = blank(rest, word)
  }
  rest = withoutFillers(rest.replace(questionMarks, '·').replace(fillerPattern, '·'))
  for (const [run] of rest.matchAll(/\p{Script=Han}+|[a-z0-9.@%-]+/gu)) {
    if (!/^\p{Script=Han}/u.test(run)) units.push({ words: [run], weight: weightOf(catalogue, run) })
    else if (isSingle(run)) units.push({ words: [run], weight: 0.4 * weightOf(catalogue, run) })
    else for (const pair of pairsOf(run)) units.push({ words: [pair], weight: weightOf(catalogue, pair) })
  }
  return capUnknown(catalogue, units)
}

/** The weight of the most common of several words that stand for the same: any of them may hold it. */
function weightOfAny(catalogue: Catalogue, words: string[]): number {
  const [first = ''] = words
  const known = words.map((word) => catalogue.rarity(word)).filter((rarity) => rarity < noneRarity(catalogue))
  return known.length > 0 ? Math.min(...known) : weightOf(catalogue, first)
}

/** What a unit weighs as the pairs of characters that were typed, whatever they stand for in the notices. */
export function weightAsTyped(catalogue: Catalogue, { words: [typed = ''], weight }: Unit): number {
  const isHeld = catalogue.rarity(typed) < noneRarity(catalogue)
  return isHeld || !/^\p{Script=Han}/u.test(typed)
    ? weight
    : Math.max(weight, (lengthOf(typed) - 1) * weightOf(catalogue, typed))
}

/** Blanks the words of grammar and chat that stand alone; within a word (中央) they stay. */
const withoutFillers = (text: string): string =>
  segmentsOf(text)
    .map((word) => (fillerWords.has(word) ? '·' : word))
    .join('')

/** Whether some clause holds a word of the unit, or it stands for an aspect. */
export const isKnownUnit = (catalogue: Catalogue, unit: Unit): boolean =>
  unit.aspect !== undefined || unit.words.some((word) => catalogue.rarity(word) < noneRarity(catalogue))

function capUnknown(catalogue: Catalogue, units: Unit[]): Unit[] {
  const marked = units.map((unit) => (isKnownUnit(catalogue, unit) ? unit : { ...unit, unknown: true }))
  const unknown = totalWeight(marked.filter((unit) => unit.unknown))
  if (unknown <= unknownCap) return marked
  return marked.map((unit) => (unit.unknown ? { ...unit, weight: (unit.weight * unknownCap) / unknown } : unit))
}

const noneRarity = (catalogue: Catalogue): number => Math.log(1 + (catalogue.entries.length + 0.5) / 0.5) * 0.98

/** A verb, not, and the verb again: 能不能, 有没有. */
const eitherWay = /(\p{Script=Han})[不没]\1/gu

const questionMarks =
  /哪一家|哪一个|哪一批|哪一所|哪一|一家|多少|什么时候|什么|怎么|如何|怎样|哪些|哪个|哪几|哪里|哪儿|哪家|哪天|哪年|谁|几|吗|呢|吧|么|是否|为什么|为何/gu

/** A word's weight: its rarity in the clauses; a word that no clause holds counts for less than a rare one. */
function weightOf(catalogue: Catalogue, word: string): number {
  const rarity = catalogue.rarity(word)
  return rarity >= noneRarity(catalogue) ? rarity * unknownWeight : rarity
}
