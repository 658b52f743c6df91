import { setTimeout as pause } from 'node:timers/promises'
import { keptFor } from '../knowledge/kept.ts'
import type { Notice } from '../knowledge/parsing/notice.ts'
import { publicKeys } from '../services/privacy/mask.ts'
import type { RosterRow } from '../services/roster/roster.ts'
import { unitIndex } from '../services/roster/unit-index.ts'
import type { Known } from './known.ts'

/** Between two tasks, so that whoever asks meanwhile waits for one of them at most, in milliseconds. */
const pauseMs = 50

type Prepared = Pick<Known, 'catalogue' | 'said'> & { rosterRows: RosterRow[] }

const keysOf = keptFor(({ clauses }: Notice) => publicKeys(clauses.map(({ text }) => text)))

/** The numbers and addresses that notices print; a notice is read for them when somebody types one that no other has. */
export const printedBy = (notices: readonly Notice[]): Known['publicKeys'] => ({
  has: (key) => notices.some((notice) => keysOf(notice).has(key)),
})

/**
 * Works out while nobody waits, a notice at a time, what would else be worked out under the first who needs it. Never fails:
 * what can't be worked out is told to whoever needs it.
 *
 * @param now What is known; with other notices than at first it is left to whoever made them known.
 */
export async function makeReady(now: () => Prepared): Promise<void> {
  const { catalogue, said, rosterRows } = now()
  const tasks = catalogue.notices.flatMap((notice) => [() => keysOf(notice), () => said?.get(`${notice.id}#`)])
  for (const task of [() => unitIndex(rosterRows), ...tasks]) {
    await pause(pauseMs)
    if (now().catalogue !== catalogue) return
    try {
      task()
    } catch {
      continue
    }
  }
}
