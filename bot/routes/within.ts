import { Problem } from '../problem.ts'

/** Waits for `work` for so many milliseconds; it goes on after that, but nobody hears of it. @throws {Problem} 503 */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Problem(503, '处理时间过长，请稍后再试。')), milliseconds)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
