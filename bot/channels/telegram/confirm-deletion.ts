import { conversationOf } from '../../../services/telegram/chats.ts'
import { type ChannelContext, chatKey, type Desk, placeFor } from './channel-context.ts'
import { deliver, saying } from './deliver.ts'
import { writePress } from './press.ts'
import { telegramTextsIn } from '../../../prompts/telegram-texts.ts'
import { languageOfChat } from './language-of-chat.ts'

/** Asks whether everything kept is to be deleted, for good. */
export async function askBeforeDeleting(desk: Desk, ctx: ChannelContext): Promise<void> {
  const conversation = await conversationOf(desk.db, chatKey(desk, ctx))
  const words = telegramTextsIn(await languageOfChat(desk.db, conversation, ctx))
  const { asker } = placeFor(desk, ctx)
  const button = (text: string, isMeant: boolean) => ({
    text,
    callback_data: writePress({ kind: 'delete', isMeant }, asker),
  })
  const row = [button(words.deleteYes, true), button(words.deleteNo, false)]
  await deliver(desk, ctx, [saying(words.deleteAsk, { inline_keyboard: [row] })])
}
