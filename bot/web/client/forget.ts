import type { Reply } from '../../../services/reply.ts'
import { forgetCurrent } from './ask.ts'
import { type Chat, currentChat, forgetChat, readChat } from './chats.ts'
import { confirmed } from './confirm.ts'
import { toast } from './element.ts'
import { SendFailure } from './failure-words.ts'
import { newKey } from './message-key.ts'
import { sendMessage } from './send-message.ts'

const question = (title: string) => `将删除${title ? `“${title}”` : '本次对话'}在服务器和本机上的全部记录，不能恢复。`

/** Deletes a conversation here and on the server; it stays as it is when the server can't be reached. */
export async function forgetConversation(
  { key, title }: Pick<Chat, 'key' | 'title'> = { key: currentChat(), title: '' },
): Promise<void> {
  if (!(await confirmed(question(title), '删除'))) return
  const { conversation } = readChat(key)
  let words = '对话记录已删除。'
  try {
    if (conversation) {
      const listener = { delta: () => undefined, reply: (reply: Reply) => void (words = reply.text) }
      await sendMessage({ conversation, message: '/delete' }, newKey(), listener, new AbortController().signal)
    }
    if (key === currentChat()) forgetCurrent()
    else forgetChat(key)
    toast(words)
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    toast(`没有删除成功。${error.message}`)
  }
}
