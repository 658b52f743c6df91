import type { Language } from '../services/answering/compose/told.ts'
import type { ConversationState } from '../services/conversations/conversation-store.ts'
import { languageOfTurn } from '../services/interview/language-of-turn.ts'
import type { Command } from '../services/interview/message.ts'
import type { Action, Citation } from '../services/reply.ts'
import type { Known } from './known.ts'

/**
 * What a command is answered with, always in a reply of kind info; `status` is how the turn ended, `memory` what the
 * conversation is about from here on, where the command changes it.
 */
export type CommandAnswer = {
  status: string
  text: string
  actions: Action[]
  citations: Citation[]
  memory?: ConversationState['memory']
}

/** What commands look at. `today` is YYYY-MM-DD. */
export type CommandContext = {
  known: Pick<Known, 'programmes' | 'suspended' | 'catalogue'>
  state: ConversationState
  today: string
}

export const info = (
  status: string,
  text: string,
  actions: Action[] = [],
  citations: Citation[] = [],
): CommandAnswer => ({ status, text, actions, citations })

/** The language of a command, see `languageOfTurn`. */
export const languageFor = (command: Command, { state }: CommandContext): Language => languageOfTurn({ command, state })
