import { bm25 } from '../../knowledge/indexing/bm25.ts'

/** The least that ranks by BM25: an inverted index in a Map, its numbers the usual ones, for terms that are given. */
export function referenceBm25(passages: readonly string[][]): (terms: readonly string[], limit: number) => number[] {
  const { saturation, lengthDiscount } = bm25
  const postings = new Map<string, Map<number, number>>()
  for (const [at, terms] of passages.entries())
    for (const term of terms) {
      const own = postings.get(term) ?? new Map<number, number>()
      postings.set(term, own.set(at, (own.get(at) ?? 0) + 1))
    }
  const average = passages.reduce((sum, { length }) => sum + length, 0) / passages.length
  return (terms, limit) => {
    const scores = new Map<number, number>()
    for (const term of terms) {
      const own = postings.get(term)
      if (!own) continue
      const idf = Math.log(1 + (passages.length - own.size + 0.5) / (own.size + 0.5))
      for (const [at, count] of own) {
        const norm = saturation * (1 - lengthDiscount + (lengthDiscount * passages[at]!.length) / average)
        scores.set(at, (scores.get(at) ?? 0) + (idf * count * (saturation + 1)) / (count + norm))
      }
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, limit)
      .map(([at]) => at)
  }
}
