import { randomUUID } from 'node:crypto'
import { staffTexts as words } from '../prompts/staff-texts.ts'
import type { Answered } from '../services/conversations/answered.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import type { Switches } from '../services/staff/switches.ts'
import type { Turn } from './app-services.ts'

/** Says why nothing is answered where staff have switched off the assistant or the channel; undefined where both are on. */
export function takeWhenOff(
  { assistant, ...others }: Switches,
  channel: Turn['channel'],
  state: ConversationState,
): Answered | undefined {
  const own = others[channel]
  if (!assistant.off && !own.off) return undefined
  const [all, one] = state.memory.english
    ? [words.switchedOffEnglish, words.channelOffEnglish]
    : [words.switchedOff, words.channelOff]
  const text = assistant.off ? all(assistant.reason) : one(own.reason)
  const reply = { id: randomUUID(), kind: 'info' as const, text, citations: [], actions: [] }
  return { status: 'switched-off', replies: [reply], state, used: [], rejected: [] }
}

/** Says below an answer why no model took part in it. */
export function withoutModel(answered: Answered, reason: string): Answered {
  if (answered.status === 'curated') return answered
  const note = words.modelOff(reason)
  const replies = answered.replies.map((reply) =>
    reply.kind === 'answer' ? { ...reply, text: `${reply.text}\n\n${note}` } : reply,
  )
  return { ...answered, replies }
}
