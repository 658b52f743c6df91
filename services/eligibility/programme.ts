import type { PreparationItem } from '../preparation/preparation.ts'
import type { Comparison, Condition } from './rule.ts'

/**
 * Words of a notice, verbatim but for white space. The clause is found by the quote when the programme is
 * loaded; `section` is a clause id that narrows the search where the same words stand twice.
 */
export type Quoted = { quote: string; section?: string }

export type Criterion = Condition &
  Quoted & {
    id: string
    title: string
    /** Said instead of the words derived from the condition, where the notice names no number. */
    words?: { required: string; gap: string }
    /** What people must know to read the result. */
    note?: string
  }

/** 同等条件下优先: shown, never part of the verdict. */
export type Preference = (Comparison | { unsettled: Condition }) & Quoted & { id: string; title: string }

/** What an awardee must reach. `baseline` is the answer that says how far it is already. */
export type Commitment = Quoted & {
  id: string
  text: string
  target: string
  baseline?: Extract<Comparison, { atLeast: number }>
}

/** What an awardee gets; a figure is absent where the notice gives none. */
export type Support = {
  amountWan?: number
  /** How the notice puts the amount, e.g. 不超过. */
  amountText: string
  places?: number
  placesText: string
  /** The words the money rests on, and those of the number of places where they stand elsewhere. */
  money: Quoted
  placesQuote?: Quoted
  restrictions: readonly (Quoted & { text: string })[]
}

/** One programme of one notice, as data in the notice's own order. Lists follow the text from top to bottom. */
export type Programme = {
  id: string
  title: string
  year: number
  notice: string
  /** Clause id under which the programme's own provisions stand, where the notice opens several. */
  section?: string
  /** `opens` only where the notice bears a date of its own; `closes` is the named last day, included. */
  window: Quoted & { opens?: string; closes: string }
  criteria: readonly Criterion[]
  preferences: readonly Preference[]
  commitments: readonly Commitment[]
  support: Support
  preparation: readonly PreparationItem[]
}
