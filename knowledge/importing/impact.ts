/**
 * What is said to a question: the text, where the clause stands that it rests on first, all of these as `notice#clause`,
 * and which answer by staff it is.
 */
export type SaidTo = { text: string; source?: string; cited?: string[]; faq?: number }

/** An answer that would change. */
export type ChangedAnswer = { question: string; before: SaidTo; after: SaidTo }

/** A question that staff have written for a notice, and what would be said instead of the clause that they chose. */
export type MissedQuestion = { question: string; quote: string; after: SaidTo }

/** An answer by staff that would go back for a second look, and why. */
export type ReturnedAnswer = { id: number; question: string; because: string }

/** A self-check that would not be what it is. */
export type TouchedProgramme = { id: string; title: string; text: string }

/**
 * What would change if a notice were in use. `asked` of `questions` were asked before the time was over; `savedChecks` counts
 * those that people have saved of the programmes touched.
 */
export type Impact = {
  answers: ChangedAnswer[]
  missed: MissedQuestion[]
  curated: ReturnedAnswer[]
  programmes: TouchedProgramme[]
  savedChecks: number
  asked: number
  questions: number
}

export const noImpact: Impact = {
  answers: [],
  missed: [],
  curated: [],
  programmes: [],
  savedChecks: 0,
  asked: 0,
  questions: 0,
}
