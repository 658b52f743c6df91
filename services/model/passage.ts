import type { Candidate } from '../answering/answer-chosen.ts'
import type { Told } from '../answering/answer-question.ts'
import type { Memory } from '../answering/answer.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import type { Chosen } from '../conversations/turn-log.ts'
import type { Picked } from './pick.ts'

/** A question on its way to an answer; each step adds what it is named after. */
export type Passage = {
  knowledge: Knowledge
  asked: string
  memory: Memory
  today: string
  /** Until when a model may be asked, as `performance.now()` counts. */
  deadline: number
  found?: Told
  /** What may be sent out of the question, and of what was asked before. */
  outgoing?: { question: string; conversation: string }
  /** The question in our own words, and what it finds, where the one asked finds nothing. */
  meant?: { question: string; found: Told }
  candidates?: Candidate[]
  questions?: string[]
  picked?: Picked
  chosen?: Chosen
}
