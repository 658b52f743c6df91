import type { Reply } from '../reply.ts'
import type { ConversationState } from './conversation-store.ts'
import type { ReminderChange } from './reminder-change.ts'
import type { Chosen, LoggedClause, TurnLog } from './turn-log.ts'

/** How one message was answered. `question` is the question as it was read. */
export type Answered = {
  status: string
  replies: Reply[]
  state: ConversationState
  question?: string
  used: LoggedClause[]
  rejected: LoggedClause[]
  /** What a model chose, where one was asked. */
  chosen?: Chosen | undefined
  /** What it changes of what the person hears of. */
  reminders?: ReminderChange | undefined
  /**
   * The page that is opened, whose secret address is sent with the last reply and not kept: that of who holds the check of a
   * code, or that of a colleague by its secret.
   */
  opens?: { owner: string } | { answer: string } | undefined
  found?: TurnLog['found'] | undefined
  faq?: number | undefined
}
