import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { findReply } from '../../../services/conversations/conversation-store.ts'
import type { AnswerMessage } from './answer-message.ts'
import { chatIdOf, type Desk, placeFor, type PressContext } from './channel-context.ts'
import { settleDeletion } from './settle-deletion.ts'
import { deliver, saying } from './deliver.ts'
import { settledKeyboard } from './keyboard.ts'
import { wordsFor } from './language.ts'
import { pointsAt } from './layout-reply.ts'
import { meaningOf } from './meaning-of-press.ts'
import { type Press, readPress } from './press.ts'
import { keepReason, rate } from './rate.ts'
import { renderEvidence } from './render-reply.ts'
import { reasonOf } from './why-asked.ts'

/** Notices that go out as files at a time. */
const mostNotices = 5

/** Takes the press of a button: as the words it stands for, once for each keyboard, or as what it shows. */
export function answerPresses(desk: Desk, answerMessage: AnswerMessage) {
  return async (ctx: PressContext): Promise<void> => {
    const press = readPress(ctx.callbackQuery.data)
    const words = wordsFor(ctx)
    if (press?.asker !== undefined && press.asker !== ctx.from.id) return acknowledge(ctx, words.notYours)
    switch (press?.kind) {
      case 'rating':
        return rate(desk, ctx, press, (text) => acknowledge(ctx, text))
      case 'reason':
        await acknowledge(ctx)
        return keepReason(desk, ctx, press)
      case 'evidence':
      case 'source':
      case 'why':
        return show(desk, ctx, press)
      case 'delete':
        await acknowledge(ctx)
        return settleDeletion(desk, ctx, press.isMeant, answerMessage)
      case 'counted':
        await acknowledge(ctx)
        desk.counting.end(ctx.row.chat)
        await settle(desk, ctx, undefined)
        return void (await deliver(desk, ctx, [saying(words.countEnded)]))
      case 'words':
      case 'action':
      case 'settled':
      case undefined:
        return takeWords(desk, ctx, answerMessage)
    }
  }
}

/** Takes a press as a message. A card shows what comes of it itself; elsewhere what was chosen stays. */
async function takeWords(desk: Desk, ctx: PressContext, answerMessage: AnswerMessage): Promise<void> {
  const meaning = await meaningOf(desk, ctx)
  await acknowledge(ctx, 'why' in meaning ? meaning.why : undefined)
  if ('why' in meaning) {
    if (meaning.isDead) await settle(desk, ctx, undefined)
    return
  }
  const { message } = ctx.callbackQuery
  if (meaning.isCard) return answerMessage(ctx, meaning.send, { card: message?.message_id })
  const before = message && 'reply_markup' in message ? message.reply_markup : undefined
  const settled = settle(desk, ctx, settledKeyboard(wordsFor(ctx).chosen(meaning.label), before))
  try {
    await answerMessage(ctx, meaning.send)
  } finally {
    await settled
  }
}

/** Shows all that an answer rests on, sends the notices it rests on, or says why a question is put. */
async function show(desk: Desk, ctx: PressContext, press: Extract<Press, { kind: 'evidence' | 'source' | 'why' }>) {
  const words = wordsFor(ctx)
  const reply = await findReply(desk.db, press.reply)
  if (!reply) return acknowledge(ctx, words.stale)
  if (press.kind === 'why') return acknowledge(ctx, reasonOf(reply), true)
  await acknowledge(ctx)
  if (press.kind === 'evidence') return void (await deliver(desk, ctx, renderEvidence(reply, placeFor(desk, ctx))))
  const notices = [...new Set(pointsAt(reply).map(({ notice }) => notice))].slice(0, mostNotices)
  const files = notices.map((notice) => ({ notice }))
  await deliver(desk, ctx, [{ kind: 'files', files, failed: words.noFile }])
}

/** Telegram refuses it for a press of long ago, as after an outage; the press counts all the same. */
async function acknowledge(ctx: PressContext, text?: string, isAlert = false): Promise<void> {
  if (ctx.row.isAcknowledged) return
  ctx.row.isAcknowledged = true
  const said = text === undefined ? {} : { text, ...(isAlert && { show_alert: true }) }
  await ctx.answerCallbackQuery(said).catch(() => undefined)
}

/** Leaves what was chosen of the keyboard, or nothing. */
async function settle({ log }: Desk, ctx: PressContext, keyboard: InlineKeyboardMarkup | undefined): Promise<void> {
  const { message } = ctx.callbackQuery
  if (!message) return
  try {
    await ctx.api.editMessageReplyMarkup(chatIdOf(ctx), message.message_id, keyboard && { reply_markup: keyboard })
  } catch (error) {
    // A keyboard that stays is ugly, not harmful: it counts once.
    if (error instanceof GrammyError && !/not modified|not found/.test(error.description))
      log.warn({ method: error.method, code: error.error_code }, 'telegram refused')
  }
}
