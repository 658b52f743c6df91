import { autoRetry } from '@grammyjs/auto-retry'
import { HttpError, type Transformer } from 'grammy'
import { atMost } from '../at-most.ts'

/**
 * Calls under way at a time; those that wait for a flood limit to pass don't count. Enough for the thirty messages a second
 * that Telegram allows, and no more: what is under way when the process is killed may have been taken.
 */
export const mostCalls = 8
/** A longer wait than this, in seconds, is left to the inbox. */
const longestWait = 60
const attempts = 5

/** Calls that are worth nothing later, or that somebody else repeats. */
const unrepeated = new Set(['getUpdates', 'sendChatAction', 'sendMessageDraft', 'answerCallbackQuery'])

const codeOf = ({ error_code: code }: { error_code?: unknown }): number | 'none' =>
  typeof code === 'number' && Number.isInteger(code) ? code : 'none'

/** Hears of every call that was answered, with Telegram's code (200 when it was taken), or `none` where it bears none. */
export type OnCall = (method: string, code: number | 'none') => void

/**
 * Obeys the flood limits: a call that Telegram wants later is made later, while others go on. What the network loses is
 * repeated by those who know what has gone out already. `stopping` ends the waiting, not a call under way.
 */
export function callLimits(stopping: AbortSignal, onCall: OnCall): Transformer {
  const retry = autoRetry({
    maxRetryAttempts: attempts,
    maxDelaySeconds: longestWait,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  })
  const inTurn = atMost(mostCalls)
  return (previous, method, payload, signal) => {
    const call: typeof previous = async (name, given) => {
      const response = await previous(name, given, signal)
      const code = response.ok ? 200 : codeOf(response)
      onCall(name, code)
      // What stands between answered, as it does when Telegram can't be reached.
      if (code === 'none') throw new HttpError(`${name} was not answered by Telegram`, response)
      // Waiting would begin after the signal to end it.
      if (!response.ok && stopping.aborted) throw new Error('the channel has ended')
      return response
    }
    if (unrepeated.has(method)) return call(method, payload)
    const limited: typeof previous = (name, given) => inTurn(() => call(name, given))
    return retry(limited, method, payload, stopping as Parameters<typeof retry>[3])
  }
}
