import { ModelFailure } from './failure.ts'

/** How long a step with a model may take, in milliseconds. */
export const timeLimits = {
  /** Until the first grounded sentence is there; after that the answer from the notices is shown at once. */
  firstWords: 2_000,
  /** For the whole of an answer, from the first request on. */
  answer: 15_000,
  /** For a question to be read, and for the answer to a question of an interview. */
  reading: 2_000,
}

export type TimeLimits = typeof timeLimits

/** Reads pieces until they end or the time is over; the work behind them is given up with `stop`. @throws {ModelFailure} */
export async function* until<Piece>(
  pieces: AsyncGenerator<Piece>,
  deadline: () => number,
  stop: AbortController,
): AsyncGenerator<Piece> {
  try {
    for (;;) {
      const step = await beforeDeadline(pieces.next(), deadline() - performance.now())
      if (step.done) return
      yield step.value
    }
  } finally {
    stop.abort()
    // Whatever still comes is nobody's any more.
    void pieces.return(undefined).catch(() => undefined)
  }
}

async function beforeDeadline<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new ModelFailure('slow')), Math.max(milliseconds, 0))
  work.catch(() => undefined)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
