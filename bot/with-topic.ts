import { topicOf } from '../services/answering/compose/topic.ts'
import { languageOf } from '../services/answering/understand/language-of.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import { isUnderWay } from './answer-turn.ts'
import type { Known } from './known.ts'

/** Says on every reply of a turn what the conversation is about from here on; an interview under way keeps it to its programme. */
export function withTopic(answered: Answered, text: string, known: Known): Answered {
  const memory = memoryAfter(answered.state, text, known)
  const topic = topicOf(known.catalogue, memory, memory.english ? 'en' : 'zh')
  const replies = answered.replies.map((reply) => (topic ? { ...reply, topic } : reply))
  return { ...answered, replies, state: { ...answered.state, memory } }
}

function memoryAfter(state: ConversationState, text: string, { programmes }: Known): ConversationState['memory'] {
  const { english: wasEnglish, ...memory } = state.memory
  const isEnglish = /^[/／]/u.test(text) ? wasEnglish : languageOf(text, wasEnglish) === 'en'
  const pinned = isUnderWay(state) ? programmes.find(({ id }) => id === state.interview?.programme) : undefined
  const scope = pinned && { notice: pinned.notice, programme: pinned.id }
  return { ...memory, ...(isEnglish && { english: true }), ...(scope && { scope, unit: undefined }) }
}
