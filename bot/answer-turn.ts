import { randomUUID } from 'node:crypto'
import { answerQuestion } from '../services/answering/answer-question.ts'
import type { Answer, Inquiry } from '../services/answering/answer.ts'
import { replyOf } from '../services/answering/compose/reply.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import type { LoggedClause } from '../services/conversations/turn-log.ts'
import type { Command } from '../services/interview/message.ts'
import type { Found } from '../services/model/open-model.ts'
import { answerCommand } from './commands-in-chat.ts'
import { takeCurated } from './curated-turn.ts'
import type { Known } from './known.ts'

const mostCitations = 30
const rejectedKept = 5

/** Answers a command; the conversation carries on as before. */
export function takeCommand(command: Command, known: Known, state: ConversationState): Answered {
  const { status, ...reply } = answerCommand(command, known)
  return { status, replies: [{ id: randomUUID(), kind: 'info', ...reply }], state, used: [], rejected: [] }
}

/** Answers a question from the notices. `today` is the day on which windows are judged, YYYY-MM-DD. */
export async function takeQuestion(
  text: string,
  known: Known,
  state: ConversationState,
  today: string,
  onText: (text: string) => void = () => undefined,
): Promise<Answered> {
  const curated = await known.curated?.(text, state.memory, today)
  if (curated) return takeCurated(known.catalogue, curated, text, state)
  const { answer, memory, inquiry, written } = await answerWith(known, text, state.memory, today, onText)
  const reply = replyOf(known.catalogue, answer, memory)
  const log = logOf(answer, inquiry)
  return { status: answer.status, replies: [reply], state: { ...state, memory }, ...log, written }
}

/** With the model where there is one; whatever becomes of it, there is an answer. */
async function answerWith(
  known: Known,
  asked: string,
  memory: ConversationState['memory'],
  today: string,
  onText: (text: string) => void,
): Promise<Found> {
  try {
    const found = await known.model?.answer({ knowledge: known, asked, memory, today, onText })
    if (found) return found
  } catch {
    // The answer without it follows.
  }
  return answerQuestion(known, asked, memory, today)
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
