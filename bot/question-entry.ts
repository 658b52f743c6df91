import type { Database } from '../knowledge/database/schema.ts'
import type { Knowledge } from '../services/answering/understand/understand.ts'
import { enterTurns, waitingTurns } from '../services/conversations/question-queue.ts'
import { every } from './every.ts'

/** After a turn that was a question, so that those which follow go with it, in milliseconds; a whole batch waits no longer. */
const pauseMs = 1_000
/** Turns at a time; the transaction that enters them takes some milliseconds. */
const batch = 40
/** How often it is looked for turns that a process which is gone has left, and how long such have waited, in milliseconds. */
const lookEveryMs = 3_000
const leftForMs = 5_000

export type QuestionEntry = {
  /** Hears that a turn waits to be entered. */
  wake(turn: string): void
  /** Enters all that waits, whichever process it waited in. */
  settle(): Promise<void>
  close(): Promise<void>
}

/**
 * Enters questions into the log of the console after they have been answered, a batch at a time: the turns of this process at
 * once, those that another has left behind after a while.
 *
 * @param onFault Hears when entering begins to fail; it is tried again and again.
 */
export function openQuestionEntry(
  db: Database,
  knowledge: () => Knowledge,
  onFault: (error: unknown) => void,
): QuestionEntry {
  const waiting = new Set<string>()
  /** Turns that this process can't enter. */
  const aside = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let entering: Promise<void> = Promise.resolve()

  const inTurn = (work: () => Promise<void>): Promise<void> => (entering = entering.then(work, work))

  async function enterSome(ids: readonly string[]): Promise<void> {
    const faults = await enterTurns(db, knowledge(), ids)
    for (const [turn, error] of faults) {
      aside.add(turn)
      onFault(error)
    }
    for (const turn of ids) waiting.delete(turn)
  }
  async function enterWaiting(): Promise<void> {
    while (waiting.size > 0) await enterSome([...waiting].slice(0, batch))
  }
  async function lookForLeft(): Promise<void> {
    const left = await waitingTurns(db, batch + aside.size, leftForMs)
    for (const turn of left) if (!aside.has(turn)) waiting.add(turn)
    await inTurn(enterWaiting)
  }
  async function settle(): Promise<void> {
    for (;;) {
      const left = (await waitingTurns(db, batch + aside.size)).filter((turn) => !aside.has(turn))
      if (left.length === 0) return
      await inTurn(() => enterSome(left))
    }
  }
  function wake(turn: string): void {
    waiting.add(turn)
    if (waiting.size === batch) void inTurn(enterWaiting).catch(() => undefined)
    timer ??= setTimeout(() => {
      timer = undefined
      // What fails here is told, and tried again, by the next look.
      inTurn(enterWaiting).catch(() => undefined)
    }, pauseMs).unref()
  }
  const stopLooking = every('question-log', lookEveryMs, lookForLeft, onFault)
  async function close(): Promise<void> {
    clearTimeout(timer)
    await stopLooking()
    await inTurn(enterWaiting).catch(() => undefined)
  }
  return { wake, settle, close }
}
