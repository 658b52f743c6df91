import { GrammyError, HttpError } from 'grammy'
import { isOutage } from '../../outage.ts'

/** Thrown to have an update worked on again; what has gone out of its answer stays. */
export class Again extends Error {
  readonly afterMs: number | undefined

  constructor(afterMs: number | undefined, cause: unknown) {
    super('to be tried again', { cause })
    this.afterMs = afterMs
  }
}

/**
 * Who failed: `again` for what passes (network, flood limit, database away), `blocked` where a person wants no messages,
 * `refused` where Telegram takes the call for wrong, `ours` for everything else. `afterMs` in milliseconds.
 */
export type Failure =
  | { who: 'again'; afterMs?: number }
  | { who: 'blocked' }
  | { who: 'refused'; method: string; code: number; reason: string }
  | { who: 'ours' }

export function judge(error: unknown, isStopping: boolean): Failure {
  if (error instanceof Again || error instanceof HttpError || isOutage(error) || isStopping) return { who: 'again' }
  if (!(error instanceof GrammyError)) return { who: 'ours' }
  const { error_code: code, method, parameters, description } = error
  if (parameters.retry_after !== undefined) return { who: 'again', afterMs: parameters.retry_after * 1000 }
  if (code === 403) return { who: 'blocked' }
  if (code >= 500 || isRefusedToken(error)) return { who: 'again' }
  return { who: 'refused', method, code, reason: reasonOf(description) }
}

/** Whether Telegram does not know the token. */
export const isRefusedToken = (error: unknown): boolean =>
  error instanceof GrammyError && (error.error_code === 401 || (error.error_code === 404 && error.method === 'getMe'))

/** What Telegram says, without what it repeats of the message. */
const reasonOf = (description: string): string => description.split(':').slice(0, 2).join(':')
