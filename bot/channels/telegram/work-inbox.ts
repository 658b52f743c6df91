import type { Update } from 'grammy/types'
import type { KeptUpdate } from '../../../services/telegram/update-inbox.ts'
import { Again } from './failure.ts'
import { backOffMs, pause } from './pause.ts'

/** An update in work. `isAcknowledged` when the person was told that a press has arrived. */
export type Row = KeptUpdate<Update> & { isAcknowledged?: boolean }

type Parts = {
  /** Answers an update; rejects when that is to be tried again. */
  handle(row: Row): Promise<void>
  /** Marks it as answered. */
  finish(row: Row): Promise<void>
  stopping: AbortSignal
}

export type Worker = {
  /** Takes updates; those it has already are not taken twice. */
  add(rows: Row[]): void
  /** Begins to work. */
  open(): void
  /** Settles when nothing is under way any more; what was not begun stays in the inbox. */
  idle(): Promise<void>
}

/** Works updates off: those of one chat in order of their numbers, those of different chats side by side. */
export function workInbox({ handle, finish, stopping }: Parts): Worker {
  const waiting = new Map<string, Row[]>()
  const known = new Set<number>()
  const running = new Map<string, Promise<void>>()
  let isOpen = false

  function add(rows: Row[]): void {
    for (const row of rows) {
      if (known.has(row.id)) continue
      known.add(row.id)
      const line = [...(waiting.get(row.chat) ?? []), row]
      waiting.set(
        row.chat,
        line.toSorted((a, b) => a.id - b.id),
      )
    }
    // Only then: what came in together is worked off in order, however it was put.
    if (isOpen) for (const { chat } of rows) if (waiting.has(chat)) begin(chat)
  }

  function begin(chat: string): void {
    if (running.has(chat) || stopping.aborted) return
    const work = workChat(chat).finally(() => {
      running.delete(chat)
      if (waiting.has(chat)) begin(chat)
    })
    running.set(chat, work)
  }

  async function workChat(chat: string): Promise<void> {
    for (let row = next(chat); row && !stopping.aborted; row = next(chat)) {
      await work(row)
      known.delete(row.id)
    }
  }

  function next(chat: string): Row | undefined {
    const row = waiting.get(chat)?.shift()
    if (!row) waiting.delete(chat)
    return row
  }

  async function work(row: Row): Promise<void> {
    let isHandled = false
    for (let failures = 1; ; failures += 1) {
      try {
        if (!isHandled) await handle(row)
        isHandled = true
        return await finish(row)
      } catch (error) {
        const afterMs = error instanceof Again ? error.afterMs : undefined
        await pause(afterMs ?? backOffMs(failures), stopping)
        if (stopping.aborted) return
      }
    }
  }

  return {
    add,
    open() {
      isOpen = true
      for (const chat of waiting.keys()) begin(chat)
    },
    async idle() {
      while (running.size > 0) await Promise.all(running.values())
    },
  }
}
