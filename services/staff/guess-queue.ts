import { setTimeout as pause } from 'node:timers/promises'

/** How many attempts may wait, in each lane, in all and from one network: who has a whole one leaves room for others. */
export const queueLimits = { waiting: 16, ofOneNetwork: 4 }

export type Guess<Result> = {
  /** Where it comes from: the neighbourhood of its address, which one outsider may have all of. */
  network: string
  /** Whether the account has signed in from there before: then it goes before those that have not. */
  isKnownPlace: boolean
  /** Milliseconds to wait before it is its turn. */
  delayMs: number
  check(): Promise<Result>
}

/** A lane as it is waited in: those whose turn comes, first come first served. */
type Lane = { count: number; ready: (() => void)[] }

/**
 * Checks one password at a time, for that takes much memory and time. A flood of guesses finds the queue full, and
 * those who come from where they always do pass it by.
 *
 * @returns Runs a check in its turn; undefined, at once, where too many wait already.
 */
export function createGuessQueue() {
  const lanes: Record<'known' | 'unknown', Lane> = { known: { count: 0, ready: [] }, unknown: { count: 0, ready: [] } }
  const byPlace = new Map<string, number>()
  let isChecking = false

  function next(): void {
    isChecking = false
    const start = lanes.known.ready.shift() ?? lanes.unknown.ready.shift()
    if (!start) return
    isChecking = true
    start()
  }

  async function ownTurn(lane: Lane): Promise<void> {
    const turn = Promise.withResolvers<void>()
    lane.ready.push(turn.resolve)
    if (!isChecking) next()
    return turn.promise
  }

  async function inTurn<Result>(lane: Lane, { delayMs, check }: Guess<Result>): Promise<Result> {
    if (delayMs > 0) await pause(delayMs)
    await ownTurn(lane)
    return check().finally(next)
  }

  return async function run<Result>(guess: Guess<Result>): Promise<Result | undefined> {
    const { network, isKnownPlace } = guess
    const lane = lanes[isKnownPlace ? 'known' : 'unknown']
    const place = `${isKnownPlace} ${network}`
    const here = byPlace.get(place) ?? 0
    if (lane.count >= queueLimits.waiting || here >= queueLimits.ofOneNetwork) return undefined
    lane.count++
    byPlace.set(place, here + 1)
    try {
      return await inTurn(lane, guess)
    } finally {
      lane.count--
      const left = byPlace.get(place)! - 1
      if (left > 0) byPlace.set(place, left)
      else byPlace.delete(place)
    }
  }
}
