import { aloneOnServer } from '../../knowledge/database/alone.ts'
import type { Database } from '../../knowledge/database/schema.ts'

/** What waits in a process at most; one more is told to come back. */
const mostWaiting = 8

/** So much waits already. */
export class TooMuchWork extends Error {}

/** Who waits for or does heavy work; `place` counts those before it. */
export type Waiting = { who: string; what: string; place: number; isUnderWay: boolean }

export type HeavyWork = {
  /**
   * Waits until nothing else heavy is done, in this process or another that uses the same server, then does it.
   *
   * @param signal Ends the wait, and is heard by the task itself while it works.
   * @throws {TooMuchWork}
   */
  run<Result>(of: { who: string; what: string }, task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>
  /** Those of this process, in their order. */
  waiting(): Waiting[]
}

type Entry = { who: string; what: string; isUnderWay: boolean }

const queues = new WeakMap<Database, HeavyWork>()

/** The one queue of a database for work that takes much memory and time: exports, large imports, what a notice would change. */
export function heavyWorkOf(db: Database): HeavyWork {
  let queue = queues.get(db)
  if (!queue) queues.set(db, (queue = openQueue(db)))
  return queue
}

function openQueue(db: Database): HeavyWork {
  const entries: Entry[] = []
  let last: Promise<unknown> = Promise.resolve()

  async function run<Result>(
    of: { who: string; what: string },
    task: () => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    if (entries.length > mostWaiting) throw new TooMuchWork()
    const entry: Entry = { ...of, isUnderWay: false }
    entries.push(entry)
    const before = last
    const done = before.catch(() => undefined).then(() => work(entry, task, signal))
    last = done.catch(() => undefined)
    return done.finally(() => entries.splice(entries.indexOf(entry), 1))
  }

  async function work<Result>(entry: Entry, task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted()
    const begun = () => {
      entry.isUnderWay = true
      return task()
    }
    return aloneOnServer(db, begun, signal)
  }

  const waiting = () => entries.map((entry, place) => ({ ...entry, place }))
  return { run, waiting }
}
