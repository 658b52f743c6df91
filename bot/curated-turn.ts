import { cutTo } from '../knowledge/language/characters.ts'
import type { Answer } from '../services/answering/answer.ts'
import { replyOf } from '../services/answering/compose/reply.ts'
import { contentKept } from '../services/answering/remember.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'

/** A question answered by what staff have written; a follow-up leans on its clauses. */
export function takeCurated(answer: Answer, asked: string, state: ConversationState): Answered {
  const { status, rests, scope, faq } = answer
  const used = rests.map(({ notice, clause }) => ({ notice: notice.id, clause: clause.id }))
  const memory = { ...state.memory, ...(scope && { scope }), rests: used, content: cutTo(asked, contentKept) }
  const replies = [replyOf(answer)]
  return { status, replies, state: { ...state, memory }, question: asked, used, rejected: [], faq }
}
