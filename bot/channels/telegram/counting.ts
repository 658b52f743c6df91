/** Chats that count at a time; of more the oldest is forgotten. */
const mostChats = 1_000
/** How long somebody may take for the next piece, in milliseconds. */
const longestPauseMs = 10 * 60 * 1000
/** Telegram cuts a longer text into several messages, one right after the other. */
const cutFrom = 4_000
/** How far apart the pieces of a cut text are, in seconds of Telegram's clock. */
const cutSeconds = 3

/** What is being counted in a chat: its pieces, and the message that says how many characters they have. */
export type Count = {
  pieces: readonly string[]
  message?: number | undefined
  isAsked: boolean
  sentAt: number
  at: number
}

/**
 * Texts that are being counted. They are kept by this process alone and for some minutes: nobody reads them, and nothing of them is
 * written down.
 */
export type Counting = {
  /** What a message of this moment goes on with; undefined where it is a message like others. @param sentAt In Telegram's seconds. */
  under(chat: string, sentAt: number): Count | undefined
  put(chat: string, count: Omit<Count, 'at'>): void
  end(chat: string): void
}

export function keepCounting(now: () => number = Date.now): Counting {
  const counts = new Map<string, Count>()
  return {
    under(chat, sentAt) {
      const count = counts.get(chat)
      if (!count || now() - count.at > longestPauseMs) return undefined
      if (count.isAsked) return count
      const last = count.pieces.at(-1) ?? ''
      return last.length >= cutFrom && sentAt - count.sentAt <= cutSeconds ? count : undefined
    },
    put(chat, count) {
      counts.delete(chat)
      counts.set(chat, { ...count, at: now() })
      if (counts.size > mostChats) counts.delete(counts.keys().next().value!)
    },
    end: (chat) => void counts.delete(chat),
  }
}
