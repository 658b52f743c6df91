import { fold } from '../../knowledge/finding/catalogue.ts'
import type { Memory } from '../answering/answer.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import { senseOf, wholeSense } from '../similarity/question-sense.ts'
import type { QuestionSense } from '../similarity/sense.ts'
import { readQuestionSense } from '../similarity/read-question-sense.ts'
import type { TurnLog } from './turn-log.ts'

/** What the console needs of a turn that was a question. `searched` are its words, folded. */
export type QuestionRecord = {
  sense: QuestionSense
  notice: string | undefined
  clause: string | undefined
  programme: string | undefined
  isUnsure: boolean
  searched: string
}

/** How a turn ends that is no question: moves of an interview, commands. */
const noQuestion =
  /^interview|^(?:small-talk|help|no-interview|unknown-command|length-checked|programmes-offered|code-|resume|topic-|unit-asked|reminder)/u

/** From where on an answer is sure of its clause: measured on questions with and without an answer. */
const sureScore = 1.3
const sureLead = 0.1
/** Answers that pick clauses by their score; a list of units or a refusal does not. */
const scored = new Set(['answered', 'listed', 'corrected', 'compared', 'deadline-passed'])

/** What a turn is entered by into the log of the console besides itself: its conversation before it, and its day, YYYY-MM-DD. */
export type Asked = { memory: Memory; day: string; channel: string }

/** A turn with its text masked. */
type Turn = Pick<Asked, 'memory' | 'day'> & { text: string; status: string; log: TurnLog }

/** How a question ended that got no answer. */
export const unansweredStatuses = ['not-found', 'not-in-roster']

/** Whether a turn that ended so was a question. */
export const isQuestion = (status: string): boolean => !noQuestion.test(status)

/** Describes a turn that was a question for the console. */
export async function describeQuestion(knowledge: Knowledge, turn: Turn): Promise<QuestionRecord> {
  const { text, status, log } = turn
  const sense = await senseIn(knowledge, turn)
  const [first] = log.used
  const entry = first && knowledge.catalogue.find(first.notice, first.clause)
  const [scopeNotice, scopeProgramme] = sense.scope?.split('/') ?? []
  return {
    sense,
    notice: first?.notice ?? scopeNotice,
    clause: first?.clause,
    programme: entry ? entry.programme?.id : scopeProgramme,
    isUnsure: isUnsure(status, log),
    searched: [...new Set([fold(text), fold(log.question ?? '')])].join('\n').trim(),
  }
}

/** What the notices made of it is known from when it was answered, but for what was answered by staff. */
async function senseIn(knowledge: Knowledge, { text, log, memory, day }: Turn): Promise<QuestionSense> {
  const asked = log.question ?? text
  if (!log.found) return senseOf(knowledge, asked, memory, day)
  return wholeSense(knowledge.catalogue, readQuestionSense(knowledge, asked, memory, day), log.found)
}

function isUnsure(status: string, { used, rejected }: TurnLog): boolean {
  const score = used[0]?.score
  if (!scored.has(status) || score === undefined) return false
  const next = rejected[0]?.score ?? 0
  return score < sureScore || (used.length === 1 && score - next < sureLead)
}
