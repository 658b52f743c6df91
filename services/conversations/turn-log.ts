/** How a turn was answered, for those who look after the answers: which clauses were used and which were next, with their scores. */
export type TurnLog = {
  /** Whether the notices' own words were the answer, or a model's that rest on them. */
  mode: 'extractive' | 'fluent'
  written?: Written
  /** The question as it was read: spelling repaired, completed from the conversation; masked. */
  question?: string
  used: LoggedClause[]
  rejected: LoggedClause[]
}

/** A clause with its score, as far as it was ranked. Scores have no unit and compare only within one turn. */
export type LoggedClause = { notice: string; clause: string; score?: number }

/** How an answer was put in words: by which model and prompt, and how many of its sentences held. */
export type Written = { model: string; prompt: string; promptHash: string; sentences: number; fromCache: boolean }
