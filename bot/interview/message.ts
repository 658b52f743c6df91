import type { ConversationState } from '../../services/conversations/conversation-store.ts'
import type { Answered, Known } from '../known.ts'
import type { Command } from '../commands-in-chat.ts'
import type { Taken } from './take-move.ts'

/** A message with all that may decide how it is taken. */
export type Message = {
  text: string
  command: Command | undefined
  known: Known
  state: ConversationState
  today: string
  /** Hears the answer to a question as it is written. */
  onText?: ((text: string) => void) | undefined
}

/** The turn of an interview as it is logged and kept. */
export function kept({ interview: _, ...rest }: ConversationState, { status, replies, interview }: Taken): Answered {
  return { status, replies, state: { ...rest, ...(interview && { interview }) }, used: [], rejected: [] }
}
