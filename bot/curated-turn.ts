import { randomUUID } from 'node:crypto'
import { cutTo } from '../knowledge/language/characters.ts'
import { type Answer, statuses } from '../services/answering/answer.ts'
import { citeAll } from '../services/answering/cite.ts'
import { contentKept } from '../services/answering/remember.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import type { Answered } from './answer-turn.ts'

/** A question answered by what staff have written; a follow-up leans on its clauses. */
export function takeCurated({ status, text, rests, scope }: Answer, asked: string, state: ConversationState): Answered {
  const used = rests.map(({ notice, clause }) => ({ notice: notice.id, clause: clause.id }))
  const memory = { ...state.memory, ...(scope && { scope }), rests: used, content: cutTo(asked, contentKept) }
  const reply = { id: randomUUID(), kind: statuses[status], text, citations: citeAll(rests), actions: [] }
  return { status, replies: [reply], state: { ...state, memory }, question: asked, used, rejected: [] }
}
