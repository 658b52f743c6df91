import type { Reply } from '../../../services/reply.ts'
import { words } from './failure-words.ts'
import { kept } from './storage.ts'

/**
 * What a person sent; `key` stays the same when it is sent again in the conversation it was first sent in, `label` is what a
 * command is shown as.
 */
export type Asked = {
  by: 'person'
  key: string
  conversation?: string
  text: string
  label?: string
  state: 'sending' | 'sent' | 'failed'
  why?: string
}
/** What came back for the message `key`, with the mark it was given. */
export type Answered = { by: 'assistant'; key: string; reply: Reply; helpful?: boolean }
export type Entry = Asked | Answered

const conversation = kept('local', 'conversation', '')
const shown = kept<Entry[]>('local', 'transcript', [])
const longest = 120

/** The conversation as this browser shows it, so that a reload goes on where it stood. */
export const transcript = {
  conversation: conversation.read(),
  entries: shown.read().map(settled),
}

/** From the first reply on the conversation has an id; a lost one is replaced by the server. */
export function belongTo(id: string): void {
  transcript.conversation = id
  conversation.write(id)
}

export function save(): void {
  transcript.entries = transcript.entries.slice(-longest)
  shown.write(transcript.entries)
}

/** Takes a message and all that came back for it out of the transcript. */
export function drop(key: string): void {
  transcript.entries = transcript.entries.filter((entry) => entry.key !== key)
  save()
}

export function forgetAll(): void {
  belongTo('')
  transcript.entries = []
  save()
}

/** A message that was under way when the page was left can be sent again. */
function settled(entry: Entry): Entry {
  return entry.by === 'person' && entry.state === 'sending'
    ? { ...entry, state: 'failed', why: words.interrupted }
    : entry
}
