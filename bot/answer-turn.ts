import { randomUUID } from 'node:crypto'
import type { Answer, Inquiry, Memory } from '../services/answering/answer.ts'
import { statuses } from '../services/answering/answer.ts'
import { answerQuestion } from '../services/answering/answer-question.ts'
import type { Knowledge } from '../services/answering/understand.ts'
import { citeAll } from '../services/answering/cite.ts'
import type { Written } from '../services/model/answering-path.ts'
import type { Found, Model } from '../services/model/open-model.ts'
import type { ConversationState, LoggedClause } from '../services/conversations/conversation-store.ts'
import type { SuspendedProgramme } from '../services/eligibility/warning.ts'
import type { ResolvedProgramme } from '../services/eligibility/resolve-programmes.ts'
import type { Reply } from '../services/reply.ts'
import { answerCommand, type Command } from './commands-in-chat.ts'
import { takeCurated } from './curated-turn.ts'

/** All that the assistant knows at a time: the notices, and the programmes whose rules rest on them. */
export type Known = Knowledge & {
  programmes: readonly ResolvedProgramme[]
  /** Programmes that can't be checked for now, since their notice is gone or says something else. */
  suspended?: readonly SuspendedProgramme[]
  /** Numbers and addresses that the notices themselves print, which nobody needs to hide. */
  publicKeys: ReadonlySet<string>
  /** The answer that staff have written for a question, or for one that means the same. */
  curated?: (asked: string, memory: Memory, today: string) => Promise<Answer | undefined>
  /** Puts answers in words of its own, where one is configured. */
  model?: Model | undefined
}

/** How one message was answered. `question` is the question as it was read. */
export type Answered = {
  status: string
  replies: Reply[]
  state: ConversationState
  question?: string
  used: LoggedClause[]
  rejected: LoggedClause[]
  /** How a model put it in words, where one did. */
  written?: Written | undefined
}

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
  if (curated) return takeCurated(curated, text, state)
  const { answer, memory, inquiry, written } = await answerWith(known, text, state.memory, today, onText)
  const reply: Reply = {
    id: randomUUID(),
    kind: statuses[answer.status],
    text: answer.text,
    citations: citeAll(answer.rests).slice(0, mostCitations),
    actions: answer.actions ?? [],
  }
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
