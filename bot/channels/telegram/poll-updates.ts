import type { Api } from 'grammy'
import type { Update } from 'grammy/types'
import { isRefusedToken, judge } from './failure.ts'
import { backOffMs, pause } from './pause.ts'

/** What is asked for: everything else is nothing to answer. */
export const wantedUpdates = ['message', 'edited_message', 'callback_query', 'inline_query', 'my_chat_member'] as const

/** How long Telegram may hold a request without updates, in seconds. */
const holdSeconds = 30
const perRequest = 100
/** A rest after an answer without updates, in milliseconds: a server that holds no request would be asked without end. */
const restMs = 50

type Parts = {
  api: Api
  /** Keeps what has come in; rejects when it can't. */
  receive(updates: Update[]): Promise<void>
  stopping: AbortSignal
  /** Hears of the first of several failures in a row. */
  onFailure(error: unknown): void
}

/**
 * Asks Telegram for updates until it is told to stop. What has come in is acknowledged, by asking for what follows, only
 * after it is kept.
 *
 * @throws {GrammyError} When Telegram does not know the token.
 */
export async function pollUpdates({ api, receive, stopping, onFailure }: Parts): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!stopping.aborted) {
    try {
      const updates = await api.getUpdates(
        {
          ...(offset !== undefined && { offset }),
          limit: perRequest,
          timeout: holdSeconds,
          allowed_updates: wantedUpdates,
        },
        stopping as Parameters<typeof api.getUpdates>[1],
      )
      await receive(updates)
      const last = updates.at(-1)
      if (last) offset = last.update_id + 1
      else await pause(restMs, stopping)
      failures = 0
    } catch (error) {
      if (isRefusedToken(error)) throw error
      if (stopping.aborted) return
      failures += 1
      if (failures === 1) onFailure(error)
      const failure = judge(error, false)
      await pause((failure.who === 'again' ? failure.afterMs : undefined) ?? backOffMs(failures), stopping)
    }
  }
}
