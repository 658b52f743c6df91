import { diceOf, pairsOf } from '../../../knowledge/language/characters.ts'

/** How alike two folded texts are, 0 … 1: the pairs of characters that they share (Dice). */
export const similarityOf = (one: string, other: string): number =>
  diceOf(new Set(pairsOf(one)), new Set(pairsOf(other)))
