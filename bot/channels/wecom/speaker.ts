import { randomUUID } from 'node:crypto'
import type { Reply } from '../../../services/reply.ts'
import type { Acknowledgement } from './acknowledged.ts'
import type { Connection } from './connection.ts'
import type { Place } from './read-frame.ts'
import { cardOf, renderTurn } from './render-turn.ts'

/** How long a connection is waited for, in milliseconds, before what is to be said is given up. */
const longestWaitMs = 60_000

const isRefused = (end: Acknowledgement): boolean => end !== 'unknown' && end.code !== 0

/** Says something in a chat, as the answer to a message or by itself. */
export type Speaker = {
  /** Shows the whole of it. */
  say(replies: readonly Reply[], publicUrl: string | undefined): Promise<void>
  sayWords(text: string): Promise<void>
}

/** @param answers Whether the request may be answered itself; what answers the press of a button is sent by itself. */
export function speaker(connection: Connection, { request, chat, isGroup }: Place, answers: boolean): Speaker {
  const stream = randomUUID()

  /** A stream that is whole at once: WeCom takes no other answer that can be rated. */
  const answer = (content: string, feedback?: string) => {
    const body = { id: stream, finish: true, content, ...(feedback !== undefined && { feedback: { id: feedback } }) }
    return connection.send('aibot_respond_msg', { msgtype: 'stream', stream: body }, request)
  }

  async function push(body: object): Promise<Acknowledgement> {
    const limit = new Promise<void>((resolve) => setTimeout(resolve, longestWaitMs).unref())
    await Promise.race([connection.ready(), limit])
    return connection.send('aibot_send_msg', { chatid: chat, chat_type: isGroup ? 2 : 1, ...body })
  }
  const pushText = (content: string) => push({ msgtype: 'markdown', markdown: { content } })

  /** What is refused is sent by itself; what nothing was heard of may have been taken. */
  async function put(content: string, feedback?: string): Promise<void> {
    if (!answers || isRefused(await answer(content, feedback))) await pushText(content)
  }

  return {
    async say(replies, publicUrl) {
      const [first = '', ...rest] = renderTurn(replies, publicUrl)
      await put(first, replies.findLast(({ kind }) => kind !== 'question' && kind !== 'info')?.id)
      for (const part of rest) await pushText(part)
      const card = cardOf(replies)
      if (card) await push({ msgtype: 'template_card', template_card: card })
    },
    sayWords: (text) => put(text),
  }
}
