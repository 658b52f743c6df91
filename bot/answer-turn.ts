import { randomUUID } from 'node:crypto'
import { languageOf } from '../services/answering/understand/language-of.ts'
import { reminderTexts } from '../prompts/reminder-texts.ts'
import type { Answer, Inquiry } from '../services/answering/answer.ts'
import { nextQuestions } from '../services/answering/offer/next-questions.ts'
import { offersAfter } from '../services/answering/offer/offers-after.ts'
import { newestOf } from '../services/answering/understand/scopes.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import type { LoggedClause } from '../services/conversations/turn-log.ts'
import type { Command } from '../services/interview/message.ts'
import type { Action } from '../services/reply.ts'
import { foundBy } from '../services/similarity/question-sense.ts'
import { unansweredStatuses } from '../services/conversations/question-record.ts'
import { answerWith, replyTo } from './ask-notices.ts'
import { answerCommand } from './commands-in-chat.ts'
import { takeCurated } from './curated-turn.ts'
import type { Known } from './known.ts'

const mostCitations = 30
const rejectedKept = 5

/** Answers a command. */
export function takeCommand(command: Command, known: Known, state: ConversationState, today: string): Answered {
  const { status, memory = state.memory, ...reply } = answerCommand(command, { known, state, today })
  const replies: Answered['replies'] = [{ id: randomUUID(), kind: 'info', ...reply }]
  return { status, replies, state: { ...state, memory }, used: [], rejected: [] }
}

/**
 * Answers a question from the notices.
 *
 * @param today The day on which windows are judged, YYYY-MM-DD.
 * @param modelUntil Until when a model may be asked, as `performance.now()` counts.
 */
export async function takeQuestion(
  text: string,
  known: Known,
  from: ConversationState,
  today: string,
  modelUntil?: number,
): Promise<Answered> {
  const { offers: _, unanswered: __, ...state } = from
  const curated = await known.curated?.(text, state.memory, today)
  if (curated) return goingOn(takeCurated(curated, text, state), curated)
  const { answer, memory, inquiry, chosen } = await answerWith(known, text, state.memory, today, modelUntil)
  const { reply, choices } = replyTo(known, answer, memory, text)
  const next = {
    ...state,
    memory,
    ...(choices.length > 0 && { offers: choices.map(({ send }) => send) }),
    ...(unansweredStatuses.includes(answer.status) && { unanswered: reply.id }),
  }
  const log = { ...logOf(answer, inquiry), ...(inquiry && { found: foundBy({ answer, inquiry }) }) }
  return goingOn({ status: answer.status, replies: [reply], state: next, ...log, chosen }, answer)

  /** With what to ask next; not while an interview waits, whose own buttons come back. */
  async function goingOn(answered: Answered, given: Answer): Promise<Answered> {
    if (isUnderWay(state)) return answered
    const offers = await offersAfter(byWords(known), given, answered.state.memory, text, today)
    return withActions(answered, withWaiting(offers, answered, languageOf(text, answered.state.memory.english)))
  }
}

/** What is offered is tried out before anybody asks it: nobody waits for its vectors. */
const byWords = (known: Known): Known => (known.searchByWords ? { ...known, search: known.searchByWords } : known)

/** Before this many questions to ask instead stands the offer to wait for an answer: who sees but a few buttons sees it. */
const waitsAt = 2

/** The offers after an answer, where there was none with the one to hear of it once somebody has answered. */
function withWaiting(offers: readonly Action[], { status, replies }: Answered, language: 'zh' | 'en'): Action[] {
  const reply = replies[0]
  if (!reply || !unansweredStatuses.includes(status)) return [...offers]
  return offers.toSpliced(waitsAt, 0, { label: reminderTexts.answer[language], send: `/remind answer ${reply.id}` })
}

/** Commands after which questions are offered. */
const beginning: ReadonlySet<string> = new Set(['help', 'topic-set'])

/** Adds questions to begin with: on what is spoken of, else on the newest programme. */
export async function beginWith(
  answered: Answered,
  isEnglish: boolean,
  known: Known,
  today: string,
): Promise<Answered> {
  if (!beginning.has(answered.status)) return answered
  const { memory } = answered.state
  const language = isEnglish || memory.english ? 'en' : 'zh'
  const scope = memory.scope ?? newestOf(known.catalogue)
  const offers = await nextQuestions(byWords(known), { scope, language, today }).catch(() => [])
  return withActions(answered, offers)
}

/** Whether an interview waits for an answer. */
export const isUnderWay = ({ interview }: ConversationState): boolean =>
  interview !== undefined && !interview.isConfirmed

/** Adds quick replies to the first reply, each once. */
export function withActions(answered: Answered, actions: readonly Action[]): Answered {
  const [first, ...rest] = answered.replies
  if (!first) return answered
  const had = new Set(first.actions.map(({ send }) => send))
  const added = actions.filter(({ send }) => !had.has(send))
  return { ...answered, replies: [{ ...first, actions: [...first.actions, ...added] }, ...rest] }
}

/** Which clauses the answer rests on and which came next in the ranking. */
function logOf({ rests }: Answer, inquiry: Inquiry | undefined): Pick<Answered, 'question' | 'used' | 'rejected'> {
  const ranked = inquiry?.ranked ?? []
  const scores = new Map(ranked.map(({ entry, score }) => [entry, Number(score.toFixed(4))]))
  const logged = (entry: Answer['rests'][number]): LoggedClause => {
    const score = scores.get(entry)
    return { notice: entry.notice.id, clause: entry.clause.id, ...(score !== undefined && { score }) }
  }
  const used = new Set(rests)
  const next = ranked.map(({ entry }) => entry).filter((entry) => !used.has(entry))
  return {
    ...(inquiry && { question: inquiry.question.text }),
    used: [...used].slice(0, mostCitations).map(logged),
    rejected: next.slice(0, rejectedKept).map(logged),
  }
}
