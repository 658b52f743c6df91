import type { FoundSense } from '../similarity/sense.ts'

/** How a turn was answered, for those who look after the answers: which clauses were used and which were next, with their scores. */
export type TurnLog = {
  /**
   * Whether a model chose among what may be said; the words are the notices' and ours in every case. Turns of earlier
   * versions may be `fluent`: a model wrote, and its sentences were checked.
   */
  mode: 'extractive' | 'chosen' | 'fluent'
  chosen?: Chosen
  /** The question as it was read: spelling repaired, completed from the conversation; masked. */
  question?: string
  used: LoggedClause[]
  rejected: LoggedClause[]
  /** What the notices made of the question, where they were asked. */
  found?: FoundSense
  /** The answer by staff that was said. */
  faq?: number
}

/** A clause with its score, as far as it was ranked. Scores have no unit and compare only within one turn. */
export type LoggedClause = { notice: string; clause: string; score?: number }

/** What a model chose: by which model and prompt, and in our own names: clauses to say, a question to ask back, `none`. */
export type Chosen = { model: string; prompt: string; promptHash: string; picked: string[]; fromCache: boolean }
