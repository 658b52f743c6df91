import { pairsOf } from '../language/characters.ts'
import { foldShapes } from '../language/shapes.ts'
import questionWords from '../lexicon/question-words.json' with { type: 'json' }

const runs = /[a-z0-9]+|\p{Script=Han}+/gu
const asking = new RegExp([...questionWords].sort((a, b) => b.length - a.length).join('|'), 'gu')

/**
 * The terms of a text for lexical search: every Chinese character, every pair of neighbours, and every run of
 * Latin letters or digits. Needs no dictionary, and is as good as words and pairs together on public sets.
 *
 * @returns The terms in order, repeated as often as they occur; letters in lower case, in plain shapes (`foldShapes`).
 */
export function lexicalTerms(text: string): string[] {
  const terms: string[] = []
  for (const [run] of foldShapes(text).toLowerCase().matchAll(runs)) {
    if (/^[a-z0-9]/u.test(run)) {
      terms.push(run)
      continue
    }
    terms.push(...run, ...pairsOf(run))
  }
  return terms
}

/** The terms of a question: the same, without the words that only make it one (什么, 多少, 吗). */
export function questionTerms(question: string): string[] {
  const content = lexicalTerms(question.replace(asking, ' '))
  return content.length > 0 ? content : lexicalTerms(question)
}

/** Keys of terms that are no single characters or pairs begin here: two UTF-16 code units fit below. */
const firstHash = 2 ** 32

/**
 * A number that stands for a term in the database. Characters and pairs have their own; longer runs of letters and digits are
 * hashed, so that two of a million share one in one collection of 10⁴.
 *
 * @returns A safe integer, at least 0.
 */
export function termKey(term: string): number {
  if (term.length <= 2) return term.charCodeAt(0) * 65_536 + (term.length === 2 ? term.charCodeAt(1) : 0)
  return firstHash + (hash(term, 0x811c9dc5) >>> 11) * 2 ** 31 + (hash(term, 0x9747b28c) >>> 1)
}

/** FNV-1a, 32 bits, from any start. */
function hash(term: string, start: number): number {
  let value = start
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    value = Math.imul(value ^ (unit & 0xff), 0x01000193)
    value = Math.imul(value ^ (unit >>> 8), 0x01000193) >>> 0
  }
  return value
}

/** How often each term occurs, in the order of the first. */
export function countTerms(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
