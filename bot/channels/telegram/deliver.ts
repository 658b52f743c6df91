import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { cardOf, putCard } from '../../../services/telegram/chats.ts'
import { type ChannelContext, chatIdOf, chatKey, type Desk, placeOf } from './channel-context.ts'
import { escaped } from './html.ts'
import type { MessageStep, Step } from './render-reply.ts'
import { sendFiles } from './send-files.ts'

/** A message of fixed words. */
export const saying = (words: string, keyboard?: InlineKeyboardMarkup): MessageStep => ({
  kind: 'message',
  html: escaped(words),
  ...(keyboard && { keyboard }),
})

/**
 * Sends what is left of an answer, in order, and notes each step as soon as Telegram says that it was taken. Only when
 * that word is lost, as it is to a process killed while a call is under way, a message is sent twice; none is ever left
 * out. The last one is counted with the update itself, right after.
 *
 * @param instead The message whose place the first one takes, where it is still there: a card that was pressed.
 * @returns The number of the last message that this call sent or changed.
 */
export async function deliver(
  desk: Desk,
  ctx: ChannelContext,
  steps: readonly Step[],
  instead?: number,
): Promise<number | undefined> {
  const { row } = ctx
  let last: number | undefined
  while (row.sent < steps.length) {
    const step = steps[row.sent]!
    if (step.kind === 'files') await sendFiles(desk, ctx, step)
    else {
      last = await sendMessage(ctx, step, row.sent === 0 ? instead : undefined)
      if (step.isCard) await layCard(desk, ctx, last)
    }
    await desk.inbox.noteSent(row, row.sent + 1 === steps.length)
  }
  return last
}

async function sendMessage(
  ctx: ChannelContext,
  { html, keyboard }: MessageStep,
  instead: number | undefined,
): Promise<number> {
  const options = {
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true },
    ...(keyboard && { reply_markup: keyboard }),
  }
  const chat = chatIdOf(ctx)
  if (instead !== undefined && (await isTaken(() => ctx.api.editMessageText(chat, instead, html, options))))
    return instead
  const { reply_parameters, ...place } = placeOf(ctx)
  const sent = await ctx.api.sendMessage(chat, html, {
    ...options,
    ...place,
    ...(ctx.row.sent === 0 && reply_parameters && { reply_parameters }),
  })
  return sent.message_id
}

/** There is one card in a chat: the buttons of the one before are taken away. */
async function layCard(desk: Desk, ctx: ChannelContext, message: number): Promise<void> {
  const before = await cardOf(desk.db, chatKey(desk, ctx))
  if (before === message) return
  await putCard(desk.db, chatKey(desk, ctx), message)
  await takeButtons(ctx, before)
}

/** The card of a chat is over: its buttons are taken away. @param stays The message that shows what comes next. */
export async function takeUpCard({ db, bot }: Desk, ctx: ChannelContext, stays?: number): Promise<void> {
  const key = chatKey({ bot }, ctx)
  const before = await cardOf(db, key)
  if (before === undefined) return
  await putCard(db, key, undefined)
  if (before !== stays) await takeButtons(ctx, before)
}

/** Buttons that stay are ugly, not harmful: they say that they are past. */
async function takeButtons(ctx: ChannelContext, message: number | undefined): Promise<void> {
  if (message !== undefined) await ctx.api.editMessageReplyMarkup(chatIdOf(ctx), message).catch(() => undefined)
}

/** Whether a message could be changed; it may have been deleted. One that says the same already counts. */
async function isTaken(edit: () => Promise<unknown>): Promise<boolean> {
  try {
    await edit()
    return true
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    return error.description.includes('not modified')
  }
}
