import { hear } from '../services/happenings.ts'

/** SQLSTATE of a server whose disk is full. */
const diskFull = '53100'
/** For how long after a turn could not be kept a server counts as full, in milliseconds: only the next turn can tell. */
const fullForMs = 30_000

export type Room = { isFull(): boolean; close(): void }

/**
 * Watches whether a server has room for what is asked. Its disk can't be seen from here, and a change that needs no room is
 * taken all the same, so that turns which could not be kept have to tell.
 *
 * @param now In milliseconds, of any beginning.
 */
export function watchRoom(now: () => number = () => performance.now()): Room {
  let refusedAt = -Infinity
  const close = hear('refused', ({ code }) => {
    if (code === diskFull) refusedAt = now()
  })
  return { isFull: () => now() - refusedAt < fullForMs, close }
}
