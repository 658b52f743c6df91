import type { Aspect } from '../../knowledge/finding/aspects.ts'
import type { ValueKind } from '../../knowledge/finding/values.ts'

/**
 * A word of the question that an answer should speak to: any of `words`, or the aspect where it stands for one.
 * `unknown` where no clause holds any of them.
 */
export type Unit = { words: string[]; weight: number; aspect?: Aspect; unknown?: boolean }

/** What a form of words asks for beside a fact. */
export type Wish = 'list' | 'comparison' | 'confirmation' | 'count' | 'definition'

/** A question as understood without a model: what it is about and what kind of answer it waits for. */
export type Question = {
  asked: string
  /** Folded, translated and repaired; what the rest is read from. */
  text: string
  english: boolean
  /** Years that say which notice is meant. */
  years: number[]
  /** All years named, also those that a notice speaks of. */
  spokenYears: number[]
  /** Whether what it is about was taken from what was spoken of before. */
  leaning?: boolean
  /** Kinds of annexed document spoken of: 建设方案, 申报书 … */
  documents: string[]
  /** Ids of the notices whose field or name is spoken of. */
  notices: Set<string>
  /** Ids of the programmes that a name in the question can mean. */
  programmes: Set<string>
  aspects: Set<Aspect>
  value: { kind: ValueKind; unit: string }
  wishes: Set<Wish>
  units: Unit[]
  /** Runs of Chinese characters left when all else is taken away: 高价值专利. */
  runs: string[]
  /** The question without the words that only say which notice is meant: what a follow-up carries over. */
  content: string
}

/** What is asked about, without the words that only stand for an aspect. */
export const subjectUnits = (question: Question): Unit[] => question.units.filter((unit) => !unit.aspect)

/** The weights of units together. */
export const totalWeight = (units: Unit[]): number => units.reduce((sum, unit) => sum + unit.weight, 0)
