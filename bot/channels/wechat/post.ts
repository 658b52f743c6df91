import type { Delivery, Sent } from '../../../services/reminders/deliveries.ts'
import type { Api } from './api.ts'
import { renderTurn } from './render-turn.ts'

/** For how long after a person's message WeChat takes messages to them, in milliseconds, less an hour. */
const openMs = 47 * 60 * 60 * 1000
const againMs = 60_000

/** WeChat's numbers: busy; no such person, or not following. All others, such as 45015 and 48001, mean that it may not be now. */
const busy = new Set([-1, 45009, 45011])
const gone = new Set([40003, 43004])

/**
 * Sends what somebody asked to hear of by a customer-service message, in the 48 hours after the person wrote; outside of them,
 * and without the right to it, it waits for the person's next message. WeChat's word lost, it counts as unsure.
 */
export async function postToWeChat(
  api: Api | undefined,
  publicUrl: string | undefined,
  { id, chat, reply, heardAt }: Delivery,
): Promise<Sent> {
  const isOpen = heardAt !== null && Date.now() - heardAt.getTime() < openMs
  if (!api || !isOpen) return 'on-return'
  const [content, ...more] = renderTurn({ turn: id, replies: [reply] }, publicUrl)
  // What takes several messages would use up how many may be sent: an answer has pages.
  if (content === undefined || more.length > 0) return 'on-return'
  const { code } = await api.call('/cgi-bin/message/custom/send', { touser: chat, msgtype: 'text', text: { content } })
  if (code === 0) return 'sent'
  if (code === 'none') return 'unsure'
  if (gone.has(code)) return 'gone'
  if (busy.has(code)) return { afterMs: againMs }
  return 'on-return'
}
