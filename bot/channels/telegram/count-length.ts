import type { Message } from 'grammy/types'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { telegramTextsIn, type TelegramWords } from '../../../prompts/telegram-texts.ts'
import { conversationOf } from '../../../services/telegram/chats.ts'
import { readCommand } from '../../commands-in-chat.ts'
import { isPrivate } from './addressed.ts'
import { type ChannelContext, chatKey, type Desk } from './channel-context.ts'
import type { Count } from './counting.ts'
import { deliver, saying } from './deliver.ts'
import { type Language, languageOfText } from './language.ts'
import { languageOfChat } from './language-of-chat.ts'
import { writePress } from './press.ts'
import { readDocument, UnreadFile } from './read-document.ts'

const mostCharacters = 200_000

/** A text to count, and what it was called where it is a file. */
type Piece = { text: string; name?: string }

/**
 * Counts a text against the limits of the forms: `/count` with a text, below a file, in answer to either, or what is sent after it, in
 * as many messages as it takes. Resolves to false where a message is nothing to count.
 */
export function countLengths(desk: Desk) {
  return async (ctx: ChannelContext, text: string): Promise<boolean> => {
    const message = ctx.msg!
    const { chat } = ctx.row
    const command = readCommand(text)
    const isCount = command?.name === 'count'
    const under = desk.counting.under(chat, message.date)
    if (!isCount && command) desk.counting.end(chat)
    if (!isCount && (command || !under)) return false
    const words = await wordsIn(desk, ctx, isCount ? command.argument : text)
    try {
      const piece = await pieceOf(ctx, message, isCount ? command.argument : text)
      if (!piece) return askForText(desk, ctx, words.language)
      await countPiece(desk, ctx, piece, isCount ? undefined : under, words)
    } catch (error) {
      if (!(error instanceof UnreadFile)) throw error
      const said = error.reason === 'too-large' ? words.countTooLarge : words.countUnread(error.message)
      await deliver(desk, ctx, [saying(said)])
    }
    return true
  }
}

type Words = TelegramWords & { language: Language }

async function wordsIn(desk: Desk, ctx: ChannelContext, text: string): Promise<Words> {
  const conversation = await conversationOf(desk.db, chatKey(desk, ctx))
  const language = text === '' ? await languageOfChat(desk.db, conversation, ctx) : languageOfText(text)
  return { ...telegramTextsIn(language), language }
}

/** The text that came, or the one that it answers. */
async function pieceOf({ api }: ChannelContext, message: Message, text: string): Promise<Piece | undefined> {
  const file = message.document ?? (text === '' ? message.reply_to_message?.document : undefined)
  if (file) return { text: await readDocument(api, file), name: file.file_name ?? '' }
  const answered = message.reply_to_message?.text
  const whole = text === '' && answered !== undefined && !message.reply_to_message?.from?.is_bot ? answered : text
  return whole.trim() === '' ? undefined : { text: whole }
}

/** Says which fields have a limit, and waits for what is to be counted; a group counts what `/count` stands with. */
async function askForText(desk: Desk, ctx: ChannelContext, language: Language): Promise<true> {
  const words = telegramTextsIn(language)
  const isAlone = ctx.chat !== undefined && isPrivate(ctx.chat)
  const keyboard = { inline_keyboard: [[{ text: words.countDone, callback_data: writePress({ kind: 'counted' }) }]] }
  const said = desk.services.lengths('', language)
  if (isAlone) desk.counting.put(ctx.row.chat, { pieces: [], isAsked: true, sentAt: ctx.msg!.date })
  const text = isAlone ? `${said}\n\n${words.countMore}` : said
  await deliver(desk, ctx, [saying(text, isAlone ? keyboard : undefined)])
  return true
}

async function countPiece(desk: Desk, ctx: ChannelContext, piece: Piece, under: Count | undefined, words: Words) {
  const pieces = [...(under?.pieces ?? []), piece.text]
  const whole = pieces.join('\n')
  if (lengthOf(whole) > mostCharacters) return void (await deliver(desk, ctx, [saying(words.countTooLong)]))
  const name = piece.name ? `${words.countFile(piece.name)}\n` : ''
  const head = pieces.length > 1 ? `${words.countOf(pieces.length)}\n` : name
  const step = saying(head + desk.services.lengths(whole, words.language))
  // Pieces of one text have one message; those of several that people send each have their own below them.
  const message = await deliver(desk, ctx, [step], under?.isAsked ? undefined : under?.message)
  const isAsked = under?.isAsked ?? false
  desk.counting.put(ctx.row.chat, { pieces, message, isAsked, sentAt: ctx.msg!.date })
}
