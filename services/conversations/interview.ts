import type { FactKey } from '../eligibility/facts.ts'
import type { Answers } from '../eligibility/rule.ts'

/**
 * An interview as it is kept. Answers stand under the names of their facts, null for one that was left unknown; where the
 * interview stands is worked out from them, so that rules may change while it rests.
 */
export type Interview = {
  programme: string
  answers: Answers
  /** The `rulesVersion` that it was last held on. */
  rules?: string
  /** A question taken up again though it has its answer. */
  reopened?: FactKey
  /** How many questions have been settled at most: progress never runs backwards. */
  settled: number
  /** Whether the summary was confirmed. An answer edited later takes it back. */
  isConfirmed: boolean
}
