import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { telegramTexts as texts } from '../../../prompts/telegram-texts.ts'
import { findReply } from '../../../services/conversations/conversation-store.ts'
import type { Action } from '../../../services/reply.ts'
import { claimPress, conversationOf, pressOf } from '../../../services/telegram/chats.ts'
import { isStillAsked } from '../still-asked.ts'
import type { AnswerMessage } from './answer-message.ts'
import { chatIdOf, chatKey, type Desk, type PressContext } from './channel-context.ts'
import { readPress, settledKeyboard } from './keyboard.ts'

/** What a press means: words to be taken as a message, or why it means nothing any more. */
type Meaning = Action | { why: string }

/** Takes the press of a button as the words it stands for, once for each keyboard. */
export function answerPresses(desk: Desk, answerMessage: AnswerMessage) {
  return async (ctx: PressContext): Promise<void> => {
    const press = readPress(ctx.callbackQuery.data)
    if (press?.kind === 'rating') return rate(desk, ctx, press)
    const meaning = await meaningOf(desk, ctx)
    await acknowledge(ctx, 'why' in meaning ? meaning.why : undefined)
    if ('why' in meaning) {
      if (meaning.why !== texts.pressed) await settle(desk, ctx, undefined)
      return
    }
    const settled = settle(desk, ctx, settledKeyboard(meaning.label))
    try {
      await answerMessage(ctx, meaning.send)
    } finally {
      await settled
    }
  }
}

/** Keeps whether an answer was of use, whoever of a group says so; the keyboard stays as it is. */
async function rate({ services }: Desk, ctx: PressContext, { reply, helpful }: { reply: string; helpful: boolean }) {
  const isKept = await services.feedback.record({ reply, helpful })
  await acknowledge(ctx, isKept ? (helpful ? texts.thanks : texts.sorry) : texts.stale)
}

async function meaningOf(desk: Desk, ctx: PressContext): Promise<Meaning> {
  const { db } = desk
  const message = ctx.callbackQuery.message?.message_id
  const action = await actionOf(desk, ctx)
  if ('why' in action || message === undefined) return message === undefined ? { why: texts.stale } : action
  const key = chatKey(desk, ctx)
  const pressedBy = await pressOf(db, key, message)
  // The same press again: the process ended before it was answered.
  if (pressedBy === ctx.row.id) return action
  if (pressedBy !== undefined) return { why: texts.pressed }
  const conversation = await conversationOf(db, key)
  if (conversation === undefined) return { why: texts.stale }
  if (action.asks && !(await isStillAsked(db, conversation, action.asks))) return { why: texts.passed }
  await claimPress(db, key, message, ctx.row.id)
  return action
}

type Asks = { programme: string; key: string }

/** What a button says, and the question it answers where that must still be open. */
async function actionOf({ db }: Desk, ctx: PressContext): Promise<(Action & { asks?: Asks }) | { why: string }> {
  const press = readPress(ctx.callbackQuery.data)
  if (press?.kind === 'settled') return { why: texts.pressed }
  if (press?.kind === 'words') return { label: labelOf(ctx) ?? press.send, send: press.send }
  if (press?.kind !== 'action') return { why: texts.stale }
  const reply = await findReply(db, press.reply)
  const action = reply?.actions[press.at]
  if (!action) return { why: texts.stale }
  return { ...action, ...(reply.kind === 'question' && reply.asks && { asks: reply.asks }) }
}

/** What stands on the pressed button. */
function labelOf({ callbackQuery: { message, data } }: PressContext): string | undefined {
  const rows = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard : undefined
  return rows?.flat().find((button) => 'callback_data' in button && button.callback_data === data)?.text
}

/** Telegram refuses it for a press of long ago, as after an outage; the press counts all the same. */
async function acknowledge(ctx: PressContext, text: string | undefined): Promise<void> {
  if (ctx.row.isAcknowledged) return
  ctx.row.isAcknowledged = true
  await ctx.answerCallbackQuery(text === undefined ? {} : { text }).catch(() => undefined)
}

/** Leaves what was chosen of the keyboard, or nothing. */
async function settle({ log }: Desk, ctx: PressContext, keyboard: InlineKeyboardMarkup | undefined): Promise<void> {
  const { message } = ctx.callbackQuery
  if (!message) return
  try {
    const markup = keyboard && { reply_markup: keyboard }
    await ctx.api.editMessageReplyMarkup(chatIdOf(ctx), message.message_id, markup)
  } catch (error) {
    // A keyboard that stays is ugly, not harmful: it counts once.
    if (error instanceof GrammyError && !/not modified|not found/.test(error.description))
      log.warn({ method: error.method, code: error.error_code }, 'telegram refused')
  }
}
