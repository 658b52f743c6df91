import type { Language } from '../../prompts/approximate-texts.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { Answer, Answers } from '../eligibility/rule.ts'
import type { ShownCheck } from '../eligibility/shown-check.ts'

/**
 * An answer with who gave it. `by` is the link of a colleague and `role` what they are, such as 财务处; the person who holds the
 * check has neither. `on` is a day, YYYY-MM-DD. Where it `isAwaited`, the colleague has not answered yet.
 */
export type Given = {
  by?: string
  role?: string
  on?: string
  answer: Answer
  said?: Approximate
  isAwaited?: true
}

/** What was answered to the same question for another programme; `on` is the day, YYYY-MM-DD. */
export type Earlier = { answer: Answer; said?: Approximate; on?: string }

/**
 * An interview as it is kept. Answers stand under the names of their facts, null for one that was left unknown; where the
 * interview stands is worked out from them, so that rules may change while it rests.
 */
export type Interview = {
  programme: string
  answers: Answers
  /** How figures were said that are not exact; their answers stand for what may be meant. */
  said?: Partial<Record<FactKey, Approximate>>
  /**
   * Who gave the answers that colleagues were asked for, theirs and what the person said before. Where known ones differ, the
   * fact has no answer until the person settles it.
   */
  from?: Partial<Record<FactKey, Given[]>>
  /** On which day the person gave an answer, YYYY-MM-DD. */
  days?: Partial<Record<FactKey, string>>
  /** What was answered for another programme, to be confirmed. */
  earlier?: Partial<Record<FactKey, Earlier>>
  /** The language it is held in; Chinese unless told. */
  language?: Language
  /** The `rulesVersion` that it was last held on. */
  rules?: string
  /** What the check said of these answers then. */
  shown?: ShownCheck
  /** A question taken up again though it has its answer. */
  reopened?: FactKey
  /** The question answered last, which 刚才那个 means. */
  last?: FactKey
  /** How the interview stood before its last changes, the latest at the end, so that they can be undone. */
  before?: Undone[]
  /** The question whose answer was said with a doubt, and was asked again for that. */
  hedged?: FactKey
  /** Relations between facts that the answers break, and of which the person says that both are right. */
  accepted?: string[]
  /** Whether it was asked if the person means to leave. */
  isLeaving?: boolean
  /** Whether the summary was confirmed. An answer edited later takes it back. */
  isConfirmed: boolean
}

/** What an undone change gives back. */
export type Undone = Pick<Interview, 'answers' | 'said' | 'from' | 'last' | 'accepted' | 'isConfirmed'>

/** An interview that was left and can be taken up again; `at` is in milliseconds since 1970. */
export type LeftInterview = { interview: Interview; at: number }
