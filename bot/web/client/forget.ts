import { forgetCurrent } from './ask.ts'
import { type Chat, currentChat, forgetChat, readChat } from './chats.ts'
import { confirmed } from './confirm.ts'
import { toast } from './element.ts'
import { SendFailure } from './failure-words.ts'
import { wordsIn } from './language.ts'
import { newKey } from './message-key.ts'
import { sendMessage } from './send-message.ts'
import { language, shellLanguage } from './transcript.ts'

/** Deletes a conversation here and on the server; it stays as it is when the server can't be reached. */
export async function forgetConversation(
  { key, title }: Pick<Chat, 'key' | 'title'> = { key: currentChat(), title: '' },
): Promise<void> {
  const said = wordsIn(shellLanguage()).forget
  if (!(await confirmed(said.ask(title), said))) return
  const { conversation } = readChat(key)
  let words = said.done
  try {
    if (conversation) {
      await sendMessage(
        { conversation, message: '/delete' },
        newKey(),
        (reply) => void (words = reply.text),
        new AbortController().signal,
        language(),
      )
    }
    if (key === currentChat()) forgetCurrent()
    else forgetChat(key)
    toast(words)
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    toast(said.failed(error.message))
  }
}
