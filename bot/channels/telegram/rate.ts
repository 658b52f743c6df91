import type { Message } from 'grammy/types'
import { cutTo } from '../../../knowledge/language/characters.ts'
import { type ChannelContext, type Desk, type PressContext } from './channel-context.ts'
import { deliver, saying } from './deliver.ts'
import { languageOfText, wordsFor } from './language.ts'
import { type Press, readPress, writePress } from './press.ts'
import { telegramTextsIn, type TelegramWords } from '../../../prompts/telegram-texts.ts'

/** The longest comment on a reply, in characters. */
const longestComment = 500

type Rating = Extract<Press, { kind: 'rating' }>

/** Keeps whether an answer was of use, whoever of a group says so; who says no is asked why. The keyboard stays as it is. */
export async function rate(
  desk: Desk,
  ctx: PressContext,
  { reply, helpful }: Rating,
  acknowledge: (text: string) => Promise<void>,
): Promise<void> {
  const words = wordsFor(ctx)
  const isKept = await desk.services.feedback.record({ reply, helpful })
  await acknowledge(isKept ? (helpful ? words.thanks : words.sorry) : words.stale)
  if (!isKept || helpful) return
  await deliver(desk, ctx, [saying(words.why, { inline_keyboard: reasonRows(words, reply) })])
}

/** Two to a row. */
function reasonRows({ reasons }: TelegramWords, reply: string) {
  const buttons = reasons.map((text, at) => ({ text, callback_data: writePress({ kind: 'reason', reply, at }) }))
  return [buttons.slice(0, 2), buttons.slice(2)]
}

/** Keeps the reason that was pressed, and says so in the place of the question. */
export async function keepReason(
  desk: Desk,
  ctx: PressContext,
  { reply, at }: Extract<Press, { kind: 'reason' }>,
): Promise<void> {
  const words = wordsFor(ctx)
  const comment = words.reasons[at]
  const isKept = comment !== undefined && (await desk.services.feedback.record({ reply, helpful: false, comment }))
  const said = isKept ? words.reasonKept(comment) : words.stale
  await deliver(desk, ctx, [saying(said)], ctx.callbackQuery.message?.message_id)
}

/** The reply that a message says the reason of: it answers the question why. */
export function reasonFor({ reply_to_message: asked }: Message): string | undefined {
  const buttons = asked?.reply_markup?.inline_keyboard.flat() ?? []
  for (const button of buttons) {
    const press = 'callback_data' in button ? readPress(button.callback_data) : undefined
    if (press?.kind === 'reason') return press.reply
  }
  return undefined
}

/** Keeps why an answer was of no use, in the person's own words. */
export async function keepWords(desk: Desk, ctx: ChannelContext, reply: string, text: string): Promise<void> {
  const comment = cutTo(text.trim(), longestComment)
  const isKept = await desk.services.feedback.record({ reply, helpful: false, comment })
  const words = telegramTextsIn(languageOfText(text))
  await deliver(desk, ctx, [saying(isKept ? words.thanks : words.stale)])
}
