import type { Reply } from '../../../services/reply.ts'
import { startAnew } from './ask.ts'
import { confirmed } from './confirm.ts'
import { toast } from './element.ts'
import { SendFailure } from './failure-words.ts'
import { newKey } from './message-key.ts'
import { sendMessage } from './send-message.ts'
import { transcript } from './transcript.ts'

const question = '将删除本次对话在服务器和本机上的全部记录，不能恢复。'

/** Deletes the conversation here and on the server; the log stays as it is when the server can't be reached. */
export async function forgetConversation(): Promise<void> {
  if (!(await confirmed(question, '删除'))) return
  const { conversation } = transcript
  let words = '对话记录已删除。'
  try {
    if (conversation) {
      const listener = { delta: () => undefined, reply: (reply: Reply) => void (words = reply.text) }
      await sendMessage({ conversation, message: '/delete' }, newKey(), listener, new AbortController().signal)
    }
    startAnew()
    toast(words)
  } catch (error) {
    if (!(error instanceof SendFailure)) throw error
    toast(`没有删除成功。${error.message}`)
  }
}
