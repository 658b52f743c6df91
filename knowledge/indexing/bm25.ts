import { countTerms, lexicalDimensions, termDimension } from './terms.ts'

/**
 * The numbers of BM25 as used here. Measured on public Chinese sets (paragraphs of an encyclopedia, statute
 * articles asked in lay words) and on the clauses of the notices; see `npm run bench`.
 */
export const bm25 = {
  /** How fast repeats of a term saturate: 1.2–2.0 is usual. Robertson, Zaragoza 2009. */
  saturation: 1.2,
  /** How much long passages are discounted, 0 … 1. The usual 0.75. */
  lengthDiscount: 0.75,
  /** What a matched term weighs at least, however long the passage: BM25+, Lv, Zhai 2011. 0.3 of 0 … 1. */
  floor: 0.3,
  /** Exponent of the inverse document frequency, 1 in the textbook; 1.2 favours the rarer terms of a question. */
  rarity: 1.2,
}

/** The most entries that pgvector takes in one sparse vector. */
const mostEntries = 16_000

/** The dimensions that a passage's vector has, each once: what the counts of the collection count. */
export const passageDimensions = (terms: string[]): number[] =>
  [...new Set(terms.map(termDimension))].slice(0, mostEntries)

/** A vector with few non-zero entries, as pgvector writes it. */
const sparsevec = (entries: [number, number][]): string =>
  `{${entries
    .sort(([a], [b]) => a - b)
    .map(([dimension, weight]) => `${dimension}:${weight.toPrecision(5)}`)
    .join(',')}}/${lexicalDimensions}`

/**
 * A passage's half of BM25: the saturated frequency of each term, as a sparse vector. Its inner product with the
 * question's vector, which holds the rarities, is the BM25 score.
 *
 * @param terms Terms of the passage, from `lexicalTerms`.
 * @param averageLength Mean number of terms of a passage in the index, greater than 0.
 */
export function passageVector(terms: string[], averageLength: number): string {
  const { saturation, lengthDiscount, floor } = bm25
  const norm = saturation * (1 - lengthDiscount + (lengthDiscount * terms.length) / averageLength)
  const entries = new Map<number, number>()
  for (const [term, count] of countTerms(terms)) {
    entries.set(termDimension(term), floor + (count * (saturation + 1)) / (count + norm))
  }
  return sparsevec([...entries].slice(0, mostEntries))
}
