import lexicon from '../../knowledge/lexicon/negation.json' with { type: 'json' }
import { segmentsOf } from '../answering/understand/segment.ts'
import { plainChoices } from './plain-choices.ts'

/** What a question denies, and the question without the words that deny. */
export type Denial = {
  /** `may-not` for 不得, `need-not` for 不必, `not` and the character denied for any other: 未启动 is `not 启`. Sorted. */
  negations: string[]
  rest: string
}

const alternatives = (words: readonly string[]): string => words.toSorted((a, b) => b.length - a.length).join('|')

const shields = new RegExp(alternatives(lexicon.shields), 'gu')
/** Two denials make an obligation: 不得不, 非…不可. */
const doubled = new RegExp(`${alternatives(lexicon.doubled)}|非.{1,6}不(?:可|行)`, 'gu')
/** What the person doesn't know is no part of what is asked: 我不太清楚…, 不知道…. */
const unsure = new RegExp(
  `(?<=^|[,，。;；·\\s我们咱还也])(?:不|没有?)(?:太|怎么|是很|很|大)?(?:${alternatives(lexicon.unsure)})`,
  'gu',
)
const skipped = new RegExp(`^(?:${alternatives(lexicon.skipped)})+(?=\\p{Script=Han})`, 'u')
const kinds = Object.entries({
  'may-not': lexicon.mayNot,
  'need-not': lexicon.needNot,
  not: lexicon.not,
}).flatMap(([kind, words]) => words.map((word) => ({ kind, word })))
const longestFirst = kinds.toSorted((a, b) => b.word.length - a.word.length)
/** These stand in many words that deny nothing (特别, 无锡, 未来): they count as words of their own only. */
const needsOwnWord = new Set(['别', '无', '未'])

/**
 * Reads what a question denies. Yes-or-no forms (能不能, 给不给), words that merely hold such a character (特别, 无锡)
 * and what the person says of their own knowledge (不知道) deny nothing.
 *
 * @param text Folded.
 */
export function readNegations(text: string): Denial {
  const plain = plainChoices(text).replace(unsure, '·').replace(doubled, '必须').replace(shields, maskedWord)
  const starts = ownWords(plain)
  const negations: string[] = []
  let rest = ''
  for (let at = 0; at < plain.length;) {
    const found = longestFirst.find(({ word }) => plain.startsWith(word, at) && isDenial(word, at, starts))
    if (found) negations.push(found.kind === 'not' ? `not ${headOf(plain.slice(at + found.word.length))}` : found.kind)
    rest += found ? '·' : plain[at]!
    at += found?.word.length ?? 1
  }
  return { negations: negations.toSorted(), rest: unmasked(rest) }
}

const isDenial = (word: string, at: number, own: ReadonlySet<number>): boolean => !needsOwnWord.has(word) || own.has(at)

/** Where words of one character stand. */
function ownWords(text: string): Set<number> {
  const places = new Set<number>()
  let at = 0
  for (const word of segmentsOf(text)) {
    if (word.length === 1) places.add(at)
    at += word.length
  }
  return places
}

/** The character that is denied, words of degree and time passed over. */
const headOf = (after: string): string => after.replace(skipped, '').at(0) ?? ''

/** A shielded word with its characters out of reach: each moved to a private plane and back. */
const shift = 0xf0000
const maskedWord = (word: string): string =>
  [...word].map((sign) => String.fromCodePoint(sign.codePointAt(0)! + shift)).join('')
const unmasked = (text: string): string =>
  [...text]
    .map((sign) => (sign.codePointAt(0)! >= shift ? String.fromCodePoint(sign.codePointAt(0)! - shift) : sign))
    .join('')
