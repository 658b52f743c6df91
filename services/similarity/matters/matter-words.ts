import { segmentsOf } from '../../answering/understand/segment.ts'
import lexicon from '../../../knowledge/lexicon/matters.json' with { type: 'json' }

/** What a word stands for in a question: what is asked for, what is done, or what it is done with. */
const kinds = ['slot', 'act', 'thing'] as const

/** Each known word with what it stands for; none for words that say nothing. */
const meanings = new Map<string, string[]>(lexicon.noise.map((word) => [word, []]))
for (const kind of kinds)
  for (const [name, words] of Object.entries<string[]>(lexicon[kind]))
    for (const word of words) meanings.set(word, [...(meanings.get(word) ?? []), `${kind}:${name}`])

const longest = new Map<string, number>()
for (const [first = '', ...rest] of meanings.keys())
  longest.set(first, Math.max(first.length + rest.join('').length, longest.get(first) ?? 0))

/** English words stand by themselves, in any of their forms. */
const ending = /^(?:s|es|ed|d|ing)?(?![a-z])/u

/** A text with the names that its words stand for: those of a word with several meanings are joined by a bar. */
export type NamedText = { names: string[]; rest: string }

/**
 * Names what the words of a text stand for, the longest first.
 *
 * @param text In lower case and of normal width.
 * @returns The names in order; `rest` has a dot for each character of a known word.
 */
export function nameWords(text: string): NamedText {
  const names: string[] = []
  const own = ownWords(text)
  let rest = ''
  for (let at = 0; at < text.length;) {
    const found = wordAt(text, at, own)
    if (found && found.meant.length > 0) names.push(found.meant.join('|'))
    rest += found ? '·'.repeat(found.length) : text[at]
    at += found?.length ?? 1
  }
  return { names, rest }
}

/** Where words of one character stand: 租 in 公租房 is none. */
function ownWords(text: string): Set<number> {
  const places = new Set<number>()
  let at = 0
  for (const word of segmentsOf(text)) {
    if (word.length === 1) places.add(at)
    at += word.length
  }
  return places
}

function wordAt(
  text: string,
  at: number,
  own: ReadonlySet<number>,
): { length: number; meant: readonly string[] } | undefined {
  const isLatin = /[a-z]/u.test(text[at]!)
  if (isLatin && /[a-z]/u.test(text[at - 1] ?? '')) return undefined
  for (let length = Math.min(longest.get(text[at]!) ?? 0, text.length - at); length > 0; length--) {
    const meant = meanings.get(text.slice(at, at + length))
    const ends = isLatin ? ending.exec(text.slice(at + length))?.[0] : ''
    if (length === 1 && !own.has(at)) return undefined
    if (meant && ends !== undefined) return { length: length + ends.length, meant }
  }
  return undefined
}

/** These are denied by their words. */
const denied = new Set(['forbid', 'exempt'])
const idiom = new RegExp(
  [...Object.entries<string[]>(lexicon.act), ...Object.entries<string[]>(lexicon.thing)]
    .flatMap(([name, words]) => (denied.has(name) ? [] : words.filter((word) => /[不没未]/u.test(word))))
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
  'gu',
)

/** A text without the words that hold a denial and say something of their own: 没用完, 不通过, 登不进. */
export const withoutIdioms = (text: string): string => text.replace(idiom, (word) => '·'.repeat(word.length))

const light = new Set(lexicon.light)
const lightWeight = 0.3

/** How much a name counts, 0 … 1: many questions speak of applying or of a hospital and ask of something else. */
export const weightOf = (name: string): number =>
  light.has(name.slice(name.indexOf(':') + 1).split('|')[0]!) ? lightWeight : 1

/** Names of which a question that means one doesn't mean another. */
export const exclusiveNames: readonly (readonly string[])[] = lexicon.exclusive

/** Whether a name stands for something that others stand for too. */
export const meets = (name: string, others: readonly string[]): boolean =>
  others.includes(name) || name.split('|').some((meaning) => others.some((other) => other.split('|').includes(meaning)))
