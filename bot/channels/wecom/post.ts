import type { Delivery, Sent } from '../../../services/reminders/deliveries.ts'
import type { Acknowledgement } from './acknowledged.ts'
import type { Connection } from './connection.ts'
import { renderTurn } from './render-turn.ts'

const againMs = 30_000
/** It did not go out: there was no connection. */
const unsent = -1

/** What the channel keeps of a chat. */
export type WeComNote = {
  isGroup: boolean
  /** Where staff want to hear of what waits: how much they were told of, on which day, YYYY-MM-DD. */
  waiting?: { day: string; told: number }
}

/**
 * Sends what somebody asked to hear of over the long connection, without a card: what can be done is said in words. WeCom's word
 * lost, it counts as unsure.
 */
export async function postToWeCom(
  connection: Connection,
  publicUrl: string | undefined,
  { chat, reply, note }: Delivery,
): Promise<Sent> {
  const { isGroup = false } = note as Partial<WeComNote>
  const push = (body: object) =>
    connection.send('aibot_send_msg', { chatid: chat, chat_type: isGroup ? 2 : 1, ...body })
  let sent = 0
  for (const content of renderTurn([reply], publicUrl)) {
    const end = await push({ msgtype: 'markdown', markdown: { content } })
    const outcome = outcomeOf(end)
    // What has gone out in part is not begun again.
    if (outcome !== 'sent') return sent > 0 ? 'unsure' : outcome
    sent += 1
  }
  return 'sent'
}

function outcomeOf(end: Acknowledgement): Sent {
  if (end === 'unknown') return 'unsure'
  if (end.code === 0) return 'sent'
  return end.code === unsent ? { afterMs: againMs } : 'on-return'
}
