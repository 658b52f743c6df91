/** Chats of which the latest card is remembered; of others one that was left behind says so when it is pressed. */
const mostChats = 10_000

/** Which message shows the interview of a chat, as long as this process runs. */
export type Cards = {
  of(chat: string): number | undefined
  /** Remembers the message, or that there is none any more. */
  put(chat: string, message: number | undefined): void
}

export function keepCards(): Cards {
  const messages = new Map<string, number>()
  return {
    of: (chat) => messages.get(chat),
    put(chat, message) {
      messages.delete(chat)
      if (message === undefined) return
      messages.set(chat, message)
      if (messages.size > mostChats) messages.delete(messages.keys().next().value!)
    },
  }
}
