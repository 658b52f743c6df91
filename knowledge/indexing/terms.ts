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

/** Dimensions that terms are hashed into: the most that pgvector's sparsevec takes. */
export const lexicalDimensions = 1_000_000_000

/** The dimension of a term, 1 … lexicalDimensions (FNV-1a, 32 bits); two terms share one about once in 10⁵ × 10⁴ pairs. */
export function termDimension(term: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193) >>> 0
  }
  return (hash % lexicalDimensions) + 1
}

export function countTerms(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return counts
}
