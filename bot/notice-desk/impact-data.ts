import type { Impact, SaidTo } from '../../knowledge/importing/impact.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import type { AnsweringFaq } from '../../services/faq/faq.ts'
import type { ProgrammeDocument } from '../../services/eligibility/document.ts'
import type { PublishedProgramme } from '../../services/eligibility/programmes-in-use.ts'

/** What is said to questions, and what would be, as far as they were asked already. */
export type Known = { before: Record<string, SaidTo>; after: Record<string, SaidTo> }

/** What the thread works on. Plain data. */
export type ImpactTask = {
  before: Notice[]
  after: Notice[]
  /** The one that may be put in use; undefined where it is a programme. */
  notice: Notice | undefined
  /** What comes with the assistant: the notices that the rules quote, and the rules. */
  bundled: Notice[]
  programmes: readonly ProgrammeDocument[]
  /** What staff have put in use. */
  published: PublishedProgramme[]
  publishedAfter: PublishedProgramme[]
  faqs: (AnsweringFaq & { id: number })[]
  /** Everything that staff have answered, and questions of people that they have reviewed. */
  reviewed: string[]
  /** Notices that the examples asked first are about. */
  first: string[]
  /** The folder with the labelled questions. */
  examples: string
  known: Known
  today: string
  /** Milliseconds that may be spent on questions. */
  limitMs: number
}

/** What the thread found, with all that was said. */
export type ImpactFound = Omit<Impact, 'savedChecks'> & { known: Known }
