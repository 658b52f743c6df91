import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Which conversation was held in the terminal last, so that whoever comes back hears what is new of it. */
export type LastChat = { find(): string | undefined; keep(conversation: string): void }

/** Keeps it in a file that only its owner reads. @param directory Where the assistant keeps its files. */
export function lastChat(directory: string): LastChat {
  const file = join(directory, 'terminal-conversation')
  let kept: string | undefined
  return {
    find() {
      try {
        return readFileSync(file, 'utf8').trim() || undefined
      } catch {
        return undefined
      }
    },
    keep(conversation) {
      if (conversation === kept) return
      kept = conversation
      try {
        mkdirSync(directory, { recursive: true, mode: 0o700 })
        writeFileSync(file, conversation, { mode: 0o600 })
      } catch {
        // The conversation is held all the same; only coming back to it is not.
      }
    },
  }
}
