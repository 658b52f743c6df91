import { setTimeout as pause } from 'node:timers/promises'
import { vi } from 'vitest'

/** How long anybody waits at most for an answer, in milliseconds. */
const patienceMs = 2_000
/** What the clock goes on by at a time, and how long that really takes, in milliseconds. */
const stepMs = 20

/**
 * Does work while a clock of its own goes on to two seconds and stops there: what needs more of its time never ends,
 * whatever the machine takes for all else. Timers and `performance.now()` go by that clock.
 */
export async function withinTwoSeconds<Result>(work: () => Promise<Result>): Promise<Result> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  try {
    let isOver = false
    const done = work().finally(() => (isOver = true))
    for (let passed = 0; passed < patienceMs && !isOver; passed += stepMs) {
      await pause(stepMs)
      await vi.advanceTimersByTimeAsync(stepMs)
    }
    return await done
  } finally {
    vi.useRealTimers()
  }
}
