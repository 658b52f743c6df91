import { pairsOf } from '../../../knowledge/language/characters.ts'

/** How alike two folded texts are, 0 … 1: the pairs of characters that they share (Dice). */
export function similarityOf(one: string, other: string): number {
  const [own, its] = [new Set(pairsOf(one)), new Set(pairsOf(other))]
  return (2 * own.intersection(its).size) / Math.max(1, own.size + its.size)
}
