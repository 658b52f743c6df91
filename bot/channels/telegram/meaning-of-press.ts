import { findReply } from '../../../services/conversations/conversation-store.ts'
import { findLastReply } from '../../../services/conversations/find-last-reply.ts'
import type { Action, Reply } from '../../../services/reply.ts'
import { cardOf, claimPress, conversationOf, isTurnTaken, pressOf } from '../../../services/telegram/chats.ts'
import { chatKey, type Desk, type PressContext, turnId } from './channel-context.ts'
import { isCard } from './is-card.ts'
import { wordsFor } from './language.ts'
import { readPress } from './press.ts'

/** Words to be taken as a message, or why a press means nothing; `isDead` where nothing of its keyboard means anything. */
export type Meaning = (Action & { isCard: boolean }) | { why: string; isDead: boolean }

/** What the press of a quick reply means by now. */
export async function meaningOf(desk: Desk, ctx: PressContext): Promise<Meaning> {
  const words = wordsFor(ctx)
  const message = ctx.callbackQuery.message?.message_id
  const found = await actionOf(desk, ctx)
  if (found === 'pressed') return { why: words.pressed, isDead: false }
  if (found === undefined || message === undefined) return { why: words.stale, isDead: message !== undefined }
  const { db } = desk
  const key = chatKey(desk, ctx)
  const conversation = await conversationOf(db, key)
  const { reply, action } = found
  if (reply && isCard(reply)) {
    if (conversation === undefined) return { why: words.stale, isDead: true }
    // The same press again: the process ended before what came of it was shown.
    const isAgain = await isTurnTaken(db, turnId(desk, ctx))
    const isOpen = isAgain || (await isLatestCard(desk, conversation, reply.id))
    const shown = await cardOf(db, key)
    return isOpen
      ? { ...action, isCard: true }
      : { why: words.passed, isDead: shown !== undefined && shown !== message }
  }
  const pressedBy = await pressOf(db, key, message)
  if (pressedBy !== undefined && pressedBy !== ctx.row.id) return { why: words.pressed, isDead: false }
  if (conversation === undefined) return { why: words.stale, isDead: true }
  if (pressedBy === undefined) await claimPress(db, key, message, ctx.row.id)
  return { ...action, isCard: false }
}

async function actionOf(
  { db }: Desk,
  ctx: PressContext,
): Promise<{ reply?: Reply; action: Action } | 'pressed' | undefined> {
  const press = readPress(ctx.callbackQuery.data)
  if (press?.kind === 'settled') return 'pressed'
  if (press?.kind === 'words') return { action: { label: labelOf(ctx) ?? press.send, send: press.send } }
  if (press?.kind !== 'action') return undefined
  const reply = await findReply(db, press.reply)
  const action = reply?.actions[press.at]
  return reply && action && { reply, action }
}

/** Whether a card is what the interview shows now: a button of an earlier question is no answer to the open one. */
async function isLatestCard({ db }: Desk, conversation: string, reply: string): Promise<boolean> {
  const last = await findLastReply(db, conversation, ['question', 'summary', 'assessment', 'clarify'])
  return last?.id === reply
}

/** What stands on the pressed button. */
function labelOf({ callbackQuery: { message, data } }: PressContext): string | undefined {
  const rows = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined
  return rows?.flat().find((button) => 'callback_data' in button && button.callback_data === data)?.text
}
