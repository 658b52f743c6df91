/**
 * A clause found. `score` orders hits of one search and has no unit; `coverage` is the share of the question's terms it holds,
 * 0 … 1; `likeness` is how near it is in meaning (cosine, −1 … 1), where the question has a vector and the clause is among the
 * nearest.
 */
export type Hit = {
  notice: string
  clause: string
  heading: string
  text: string
  score: number
  coverage: number
  likeness?: number
}

export type SearchQuery = {
  query: string
  /** 1 … 50. */
  limit: number
  notice?: string | undefined
  /** Other words for what is asked, searched at a fraction of the weight. */
  expansions?: string[] | undefined
  /** The question's vector by an embedder whose index is complete. */
  meaning?: { id: string; vector: number[] } | undefined
}
