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

/**
 * What a term of a question is worth.
 *
 * @param weight Of the term in the question.
 * @param passages In the collection.
 * @param holders Passages among them that hold the term, at least 1.
 * @returns Greater than 0, no unit.
 */
export const termWorth = (weight: number, passages: number, holders: number): number =>
  weight * Math.log(1 + (passages - holders + 0.5) / (holders + 0.5)) ** bm25.rarity

/**
 * How a passage's length holds its repeats down.
 *
 * @param length Terms of the passage.
 * @param average Mean number of terms of a passage in the collection, greater than 0.
 */
export const lengthNorm = (length: number, average: number): number =>
  bm25.saturation * (1 - bm25.lengthDiscount + (bm25.lengthDiscount * length) / average)

/**
 * The share of its worth that a term scores in a passage.
 *
 * @param count How often it stands there, at least 1.
 * @param norm Of the passage, from `lengthNorm`.
 * @returns Greater than `bm25.floor`, less than `mostGain`.
 */
export const termGain = (count: number, norm: number): number =>
  bm25.floor + (count * (bm25.saturation + 1)) / (count + norm)

/** What `termGain` stays under, however often a term is repeated. */
export const mostGain = bm25.floor + bm25.saturation + 1
