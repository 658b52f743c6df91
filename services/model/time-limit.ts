import { ModelFailure } from './failure.ts'

/** How long all that a model is asked for one message may take, in milliseconds: the answer is there within two seconds. */
export const modelLimitMs = 1_800

/**
 * Does work that is given up at a deadline: `signal` aborts, and whatever still comes is nobody's any more.
 *
 * @param deadline As `performance.now()` counts; once it is past nothing is begun.
 * @throws {ModelFailure} `slow` when the time is over.
 */
export async function before<Result>(
  deadline: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (performance.now() >= deadline) throw new ModelFailure('slow')
  const stop = new AbortController()
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new ModelFailure('slow')), deadline - performance.now())
  const done = work(stop.signal)
  done.catch(() => undefined)
  return Promise.race([done, late.promise]).finally(() => {
    clearTimeout(timer)
    stop.abort()
  })
}
