import type { Reply } from '../../../services/reply.ts'
import { type TelegramWords, telegramTextsIn } from '../../../prompts/telegram-texts.ts'
import type { ChannelContext } from './channel-context.ts'

export type Language = 'zh' | 'en'

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The language that a text is written in; what it quotes aside. */
export function languageOfText(text: string): Language {
  const own = text.replace(/《[^》]*》|“[^”]*”|「[^」]*」/gu, '')
  return count(own, /[a-z]{2,}/giu) > count(own, /\p{Script=Han}/gu) ? 'en' : 'zh'
}

/** The language of a reply: that of its first line, below which clauses may be quoted in theirs. */
export const languageOfReply = ({ lead, text }: Pick<Reply, 'lead' | 'text'>): Language =>
  languageOfText(lead ?? text.split('\n').find((line) => line.trim() !== '') ?? '')

/** The fixed words that stand around a reply. */
export const wordsOfReply = (reply: Pick<Reply, 'lead' | 'text'>): TelegramWords =>
  telegramTextsIn(languageOfReply(reply))

/** The language that a person's own Telegram is set to, for those who have written nothing yet; undefined where it says none. */
export function languageOfSender({ from }: Pick<ChannelContext, 'from'>): Language | undefined {
  const code = from?.language_code
  return code === undefined ? undefined : code.startsWith('zh') ? 'zh' : 'en'
}

/** The fixed words for an update: in the language of what stands in it, or of the sender's Telegram. */
export function wordsFor(ctx: Pick<ChannelContext, 'from' | 'callbackQuery' | 'msg'>): TelegramWords {
  const { callbackQuery, msg } = ctx
  const pressed = callbackQuery?.message
  const shown = pressed && 'text' in pressed ? pressed.text : undefined
  const typed = callbackQuery ? undefined : (msg?.text ?? msg?.caption)
  const text = (shown ?? typed)?.replace(/^\/\S+/u, '').trim()
  return telegramTextsIn(text ? languageOfText(text.split('\n')[0]!) : (languageOfSender(ctx) ?? 'zh'))
}
