import type { Reply } from '../../../services/reply.ts'
import { conversationOf, rememberConversation } from '../../../services/telegram/chats.ts'
import type { Outcome } from '../../app-services.ts'
import { personText } from '../../validation.ts'
import { type ChannelContext, chatKey, type Desk } from './channel-context.ts'
import { deliver, saying } from './deliver.ts'
import { renderReply, type Step } from './render-reply.ts'
import { showTyping } from './show-typing.ts'

const messageSchema = personText(2000)

export type AnswerMessage = (ctx: ChannelContext, text: string) => Promise<void>

/** Answers a text as one turn of the chat's conversation; the turn bears the number of its update, so that it is taken once. */
export function answerMessages(desk: Desk): AnswerMessage {
  return async (ctx, typed) => {
    const { data: text, error } = messageSchema.safeParse(typed)
    if (error) return deliver(desk, ctx, [saying(error.issues.map(({ message }) => message).join('\n'))])
    const { replies } = await takeTurn(ctx, text)
    await deliver(desk, ctx, replies.flatMap(stepsOf))
  }

  async function takeTurn(ctx: ChannelContext, text: string): Promise<Outcome> {
    const { db, bot, services, inTurn, pace } = desk
    const key = chatKey(desk, ctx)
    const conversation = await conversationOf(db, key)
    const stopTyping = showTyping(ctx, pace)
    try {
      const turn = {
        id: `telegram-${bot}-${ctx.row.id}`,
        ...(conversation !== undefined && { conversation }),
        text,
        channel: 'telegram' as const,
      }
      const outcome = await inTurn(() => services.conversation.take(turn))
      if (outcome.conversation !== conversation) await rememberConversation(db, key, outcome.conversation)
      return outcome
    } finally {
      await stopTyping()
    }
  }

  function stepsOf(reply: Reply): Step[] {
    const messages = renderReply(reply, desk.origin)
    if (reply.kind !== 'assessment') return messages
    // JSON is for programs.
    const names = desk.services.downloads.names.filter((name) => name !== 'assessment.json')
    return [...messages, ...names.map((name): Step => ({ kind: 'file', reply: reply.id, name }))]
  }
}
