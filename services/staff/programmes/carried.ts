import type { CarriedRule } from '../../drafting/carry-rules.ts'
import type { ProgrammeDocument } from '../../eligibility/document.ts'

/** How a draft came from the rules of an older text. */
export type Carried = {
  /** The programme it was: itself for another edition of its notice, or that of the notice that was replaced. */
  from: string
  /** The edition of the notice that it was drafted for: a hash. */
  edition: string
  before: ProgrammeDocument
  /** What became of each rule that doesn't stand as it stood. */
  rules: CarriedRule[]
}
