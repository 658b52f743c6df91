/** Keeps a failing endpoint from being asked again and again. */
export type Circuit = {
  /** Whether it may be asked now; after a pause one call is let through to try. */
  allows(): boolean
  /** Whether it is being left alone. */
  isOpen(): boolean
  succeeded(): void
  /** @param pauseMs How long the endpoint asked to be left alone, where it did. */
  failed(pauseMs?: number): void
}

/** Failures in a row after which the circuit opens, and for how many milliseconds. */
export const circuitDefaults = { failures: 5, pauseMs: 30_000, longestPauseMs: 300_000 }

/** Opens after so many failures in a row, or at once where the endpoint itself asks for a pause. */
export function createCircuit(
  { failures, pauseMs, longestPauseMs } = circuitDefaults,
  now: () => number = () => performance.now(),
): Circuit {
  let inARow = 0
  let openUntil = -Infinity
  let isTrying = false
  return {
    allows() {
      if (now() < openUntil || isTrying) return false
      isTrying = inARow >= failures
      return true
    },
    isOpen: () => now() < openUntil || inARow >= failures,
    succeeded() {
      inARow = 0
      isTrying = false
    },
    failed(asked) {
      inARow += 1
      isTrying = false
      if (asked !== undefined) openUntil = now() + Math.min(asked, longestPauseMs)
      else if (inARow >= failures) openUntil = now() + pauseMs
    },
  }
}
