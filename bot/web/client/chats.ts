import { cutTo } from './characters.ts'
import { newKey } from './message-key.ts'
import { kept } from './storage.ts'
import type { Entry } from './entry.ts'

/** A conversation on this device: `at` is when it was last added to, `conversation` what the server knows it by. */
export type Chat = { key: string; title: string; at: string; conversation: string; isRenamed?: boolean }

const most = 30
const longestTitle = 40

const list = kept<Chat[]>('local', 'chats', [])
const current = kept('local', 'chat', '')
const entriesOf = (key: string) => kept<Entry[]>('local', `chat.${key}`, [])

/** Where the one conversation stood before there were several. */
const formerConversation = kept('local', 'conversation', '')
const formerEntries = kept<Entry[]>('local', 'transcript', [])

let onChange: (dropped: Chat[]) => void = () => undefined

/** Tells of every change of the list, with the chats that had to make room. */
export const listenToChats = (listener: typeof onChange): void => void (onChange = listener)

/** Newest first. */
export const listChats = (): Chat[] => list.read()

export const currentChat = (): string => current.read()

export function readChat(key: string): { conversation: string; entries: Entry[] } {
  const chat = listChats().find((one) => one.key === key)
  return { conversation: chat?.conversation ?? '', entries: chat ? entriesOf(key).read() : [] }
}

/** Makes a chat the current one; without a key a new one, which is on the list once something was said. */
export function turnTo(key = newKey()): string {
  current.write(key)
  return key
}

const titleOf = (entries: readonly Entry[]): string => {
  const first = entries.find((entry) => entry.by === 'person')
  return first ? cutTo((first.label ?? first.text).replace(/\s+/g, ' '), longestTitle) : ''
}

/** Keeps a chat at the head of the list; the oldest make room where there are too many or the browser is full. */
export function keepChat(key: string, conversation: string, entries: readonly Entry[]): void {
  if (entries.length === 0) return forgetChat(key)
  const others = listChats()
  const before = others.find((one) => one.key === key)
  const title = before?.isRenamed ? before.title : titleOf(entries)
  const chat: Chat = { ...before, key, conversation, title, at: new Date().toISOString() }
  const chats = [chat, ...others.filter((one) => one.key !== key)]
  const dropped = chats.splice(most)
  while (!entriesOf(key).write([...entries]) && chats.length > 1) {
    const oldest = chats.pop()!
    entriesOf(oldest.key).remove()
    dropped.push(oldest)
  }
  dropped.forEach((one) => entriesOf(one.key).remove())
  list.write(chats)
  onChange(dropped)
}

export function renameChat(key: string, title: string): void {
  const name = cutTo(title.trim(), longestTitle)
  if (!name) return
  list.write(listChats().map((one) => (one.key === key ? { ...one, title: name, isRenamed: true } : one)))
  onChange([])
}

export function forgetChat(key: string): void {
  entriesOf(key).remove()
  list.write(listChats().filter((one) => one.key !== key))
  onChange([])
}

/** Takes over the one conversation that the page kept before it kept several. */
function takeFormer(): void {
  const entries = formerEntries.read()
  const conversation = formerConversation.read()
  formerEntries.remove()
  formerConversation.remove()
  if (entries.length > 0 && currentChat() === '') keepChat(turnTo(), conversation, entries)
}

takeFormer()
if (currentChat() === '') turnTo()
