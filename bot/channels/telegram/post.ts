import type { Api } from 'grammy'
import { HttpError } from 'grammy'
import type { Delivery, Sent } from '../../../services/reminders/deliveries.ts'
import type { Desk } from './channel-context.ts'
import { judge } from './failure.ts'
import { renderReply } from './render-reply.ts'

/** How long a delivery waits that Telegram says nothing nearer of, in milliseconds. */
const againMs = 30_000
/** The call never left this machine. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])
/** There is no such chat any more. */
const noChat = /chat not found|upgraded to a supergroup|PEER_ID_INVALID|user is deactivated/iu

/**
 * Sends what somebody asked to hear of. Telegram can't be asked whether it took a message: where its word is lost, it counts as
 * unsure, and is not sent again.
 */
export async function postToTelegram(
  { origin, log }: Pick<Desk, 'origin' | 'log'>,
  api: Api,
  { chat, reply }: Pick<Delivery, 'chat' | 'reply'>,
): Promise<Sent> {
  let sent = 0
  try {
    for (const step of renderReply(reply, { origin, bot: '' })) {
      if (step.kind !== 'message') continue
      const markup = step.keyboard && { reply_markup: step.keyboard }
      const options = { parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true }, ...markup }
      await api.sendMessage(Number(chat), step.html, options)
      sent += 1
    }
    return 'sent'
  } catch (error) {
    const failed = sentAfter(error)
    if (failed === 'on-return') log.warn({ err: error }, 'telegram refused a delivery')
    // What has gone out in part is not begun again.
    return sent > 0 && failed !== 'gone' ? 'unsure' : failed
  }
}

function sentAfter(error: unknown): Sent {
  if (error instanceof HttpError) return isNeverSent(error) ? { afterMs: againMs } : 'unsure'
  const failure = judge(error, false)
  if (failure.who === 'blocked') return 'gone'
  if (failure.who === 'again') return { afterMs: failure.afterMs ?? againMs }
  return failure.who === 'refused' && noChat.test(failure.reason) ? 'gone' : 'on-return'
}

function isNeverSent(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = (cause as HttpError).error ?? cause.cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string') return neverSent.has(code)
  }
  return false
}
