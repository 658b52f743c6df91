import type { Contrasts } from './contrasts.ts'
import type { Matters } from './matters/matters.ts'

/** What a question means by its words and what was spoken of before it. */
export type SpokenSense = {
  /** The notice and programme it is about, the newest where it leaves that open; none where it names none. */
  scope?: string
  years: number[]
  /** Figures other than years, with their units: 「30件够吗」 and 「100件够吗」 are different questions. */
  figures: string[]
  aspects: string[]
  /** What it waits for (see `formOf`). */
  value: string
  compares: boolean
  /** What it denies (see `readNegations`). */
  negations: string[]
  /** Which of several values that exclude each other it names: 三级 of the ranks of hospitals. */
  contrasts: Contrasts
  /** Words that are not one and the same for all questions of its kind, each with its weight. */
  terms: Record<string, number>
  /** What its turns of phrase ask for: when, howMuchMoney, can … */
  asks: string[]
  matters: Matters
}

/** What the notices make of a question. */
export type FoundSense = {
  /** The clauses it leads to, `notice#clause`, each with its share of all that it may lead to; the first one first. */
  clauses: Record<string, number>
  /** How probably the first of them answers it, 0 … 1. */
  answered: number
  /** A hash of what the assistant says to it; empty where it has no answer. */
  said: string
}

/**
 * What a question means, as far as two questions can be held against each other without a model. Kept as JSON, so that
 * it holds nothing but texts and numbers.
 */
export type QuestionSense = SpokenSense &
  FoundSense & {
    /** Its words that the first clause holds too. */
    held: string[]
  }
