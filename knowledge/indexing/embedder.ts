import { isSingle } from '../language/characters.ts'
import { lexicalTerms, termDimension } from './terms.ts'

/** Turns texts into dense vectors of unit length. `id` names model and version: vectors compare only within one. */
export type Embedder = {
  id: string
  dimensions: number
  /** What its ranking weighs in the fusion beside the lexical one's 1: 0 leaves it out. */
  weight: number
  embed(texts: string[]): Promise<number[][]>
}

const dimensions = 256

/**
 * The offline default: a signed random projection of a text's characters and pairs, deterministic, with nothing
 * to download. It knows no meaning that the terms don't carry, so on every set it adds nothing to BM25 (`npm run
 * bench` prints by how much it moves it) and weighs nothing in the fusion; it keeps the dense side in working order
 * for an endpoint that has one.
 *
 * @see Achlioptas, Database-friendly random projections, 2003, for signs in place of Gaussians.
 */
export const localEmbedder: Embedder = {
  id: 'projection-256-v1',
  dimensions,
  weight: 0,
  embed: async (texts) => texts.map(project),
}

function project(text: string): number[] {
  const sum = new Float64Array(dimensions)
  for (const term of new Set(lexicalTerms(text))) {
    let seed = termDimension(term)
    const weight = isSingle(term) ? 0.5 : 1
    for (let at = 0; at < dimensions; at++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      sum[at] = (sum[at] ?? 0) + (seed & 0x80000000 ? weight : -weight)
    }
  }
  const length = Math.hypot(...sum) || 1
  return Array.from(sum, (value) => value / length)
}
