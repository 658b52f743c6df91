import { GrammyError } from 'grammy'
import type { InlineKeyboardMarkup } from 'grammy/types'
import { type ChannelContext, chatIdOf, type Desk, placeOf } from './channel-context.ts'
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
  await takeUpCard(desk, ctx, message)
  desk.cards.put(ctx.row.chat, message)
}

/** The card of a chat is over: its buttons are taken away. @param stays The message that shows what comes next. */
export async function takeUpCard({ cards }: Desk, ctx: ChannelContext, stays?: number): Promise<void> {
  const before = cards.of(ctx.row.chat)
  cards.put(ctx.row.chat, undefined)
  if (before === undefined || before === stays) return
  // Buttons that stay are ugly, not harmful: they say that they are past.
  await ctx.api.editMessageReplyMarkup(chatIdOf(ctx), before).catch(() => undefined)
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
