import { randomUUID } from 'node:crypto'
import type { Database } from '../knowledge/database/schema.ts'
import { staffTexts as words } from '../prompts/staff-texts.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import { findSwitches } from '../services/staff/switches.ts'
import type { Answered } from './answer-turn.ts'
import type { Turn } from './app-services.ts'

/** Says why nothing is answered where staff have switched off the assistant or the channel; undefined where it is on. */
export async function takeWhenOff(
  db: Database,
  channel: Turn['channel'],
  state: ConversationState,
): Promise<Answered | undefined> {
  const { assistant, [channel]: own } = await findSwitches(db)
  if (!assistant.off && !own.off) return undefined
  const text = assistant.off ? words.switchedOff(assistant.reason) : words.channelOff(own.reason)
  const reply = { id: randomUUID(), kind: 'info' as const, text, citations: [], actions: [] }
  return { status: 'switched-off', replies: [reply], state, used: [], rejected: [] }
}
