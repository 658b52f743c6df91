import { ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** So large a journal, in bytes, is emptied when the database knows all of it. */
const emptiedFrom = 64 * 1024

/**
 * What has gone out, from the moment it has: a line is in the file before anything else happens, where the database takes
 * its turn. A process that is killed in between leaves its last words here.
 */
export type SentJournal = {
  /** How many messages had gone out, by the number of the update, when the last process ended. */
  left: ReadonlyMap<number, number>
  /** Notes that so many messages of an answer have gone out. */
  note(update: number, sent: number): void
  /** Says that the database knows what was noted of an update. */
  settle(update: number): void
}

/** Opens the journal of a bot in a directory of its own process. */
export function openJournal(directory: string, bot: string): SentJournal {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, `telegram-${bot}.sent`)
  const file = openSync(path, 'a+', 0o600)
  const left = readJournal(readFileSync(path, 'utf8'))
  const unsettled = new Set<number>()
  let bytes = 0

  return {
    left,
    note(update, sent) {
      unsettled.add(update)
      bytes += writeSync(file, `${update} ${sent}\n`)
    },
    settle(update) {
      unsettled.delete(update)
      if (unsettled.size > 0 || bytes < emptiedFrom) return
      ftruncateSync(file)
      bytes = 0
    },
  }
}

/** The last word on each update; a line that was cut off says nothing. */
function readJournal(text: string): Map<number, number> {
  const lines = text.matchAll(/^(\d+) (\d+)\n/gm)
  return new Map([...lines].map(([, update, sent]) => [Number(update), Number(sent)]))
}
