import { currentChat, forgetChat, keepChat, readChat, turnTo } from './chats.ts'
import type { Entry } from './entry.ts'
import { failureWords } from './failure-words.ts'
import type { Language } from './language.ts'
import { chosenLanguage, firstLanguage } from './page-language.ts'

const longest = 120

/** The current conversation as this browser shows it, so that a reload goes on where it stood. */
export const transcript = open(currentChat())

function open(chat: string): { chat: string; conversation: string; entries: Entry[] } {
  const { conversation, entries } = readChat(chat)
  return { chat, conversation, entries: entries.map(settled) }
}

/** Shows another chat of this device, or a new one. */
export const turnToChat = (key?: string): void => void Object.assign(transcript, open(turnTo(key)))

/** From the first reply on the conversation has an id; a lost one is replaced by the server. */
export function belongTo(id: string): void {
  transcript.conversation = id
  save()
}

export function save(): void {
  transcript.entries = transcript.entries.slice(-longest)
  keepChat(transcript.chat, transcript.conversation, transcript.entries)
}

/** Takes a message and all that came back for it out of the transcript. */
export function drop(key: string): void {
  transcript.entries = transcript.entries.filter((entry) => entry.key !== key)
  save()
}

export function forgetAll(): void {
  forgetChat(transcript.chat)
  turnToChat()
}

const lastAsked = () => transcript.entries.filter((entry) => entry.by === 'person').pop()

/** The language of the last message, which what is said to it follows; before the first that of the page. */
export const language = (): Language => lastAsked()?.language ?? firstLanguage

/** The language of what stands around the conversation: the one chosen, else that of the conversation. */
export const shellLanguage = (): Language => chosenLanguage() ?? language()

/** From here on the conversation is held in a language, as if the last message had been written in it. */
export function speak(spoken: Language): void {
  const last = lastAsked()
  if (!last) return
  last.language = spoken
  save()
}

/** A message that was under way when the page was left can be sent again. */
function settled(entry: Entry): Entry {
  return entry.by === 'person' && entry.state === 'sending'
    ? { ...entry, state: 'failed', why: failureWords(entry.language).interrupted }
    : entry
}
