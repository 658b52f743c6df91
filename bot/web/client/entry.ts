import type { Reply } from '../../../services/reply.ts'
import type { Language } from './language.ts'

/**
 * What a person sent; `key` stays the same when it is sent again in the conversation it was first sent in, `label` is what a
 * command is shown as, `language` what the page speaks from here on.
 */
export type Asked = {
  by: 'person'
  key: string
  conversation?: string
  text: string
  label?: string
  language?: Language
  state: 'sending' | 'sent' | 'failed'
  why?: string
}
/** What came back for the message `key`, with the mark it was given. */
export type Answered = { by: 'assistant'; key: string; reply: Reply; helpful?: boolean }
export type Entry = Asked | Answered
