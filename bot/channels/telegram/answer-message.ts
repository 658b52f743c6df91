import { telegramTextsIn } from '../../../prompts/telegram-texts.ts'
import type { Reply } from '../../../services/reply.ts'
import { conversationOf, rememberConversation } from '../../../services/telegram/chats.ts'
import type { Outcome } from '../../app-services.ts'
import { readCommand } from '../../commands-in-chat.ts'
import { personText } from '../../validation.ts'
import { isPrivate } from './addressed.ts'
import { type ChannelContext, chatKey, type Desk, placeFor, turnId } from './channel-context.ts'
import { askBeforeDeleting } from './confirm-deletion.ts'
import { deliver, saying, takeUpCard } from './deliver.ts'
import { languageOfReply, languageOfSender } from './language.ts'
import { renderTurn, type Step } from './render-reply.ts'
import { showTyping } from './show-typing.ts'

const messageSchema = personText(2000)

/** What is known of a message beyond its words. */
type Given = {
  /** The card that was pressed: it shows what comes next. */
  card?: number | undefined
  /** The message whose place the answer takes, whatever it is. */
  instead?: number | undefined
  /** Whether the person has said that everything is to be deleted. */
  isConfirmed?: boolean
}

export type AnswerMessage = (ctx: ChannelContext, text: string, given?: Given) => Promise<void>

/** Answers a text as one turn of the chat's conversation; the turn bears the number of its update, so that it is taken once. */
export function answerMessages(desk: Desk): AnswerMessage {
  return async (ctx, typed, { card, instead: given, isConfirmed = false } = {}) => {
    const { data: text, error } = messageSchema.safeParse(typed)
    if (error) return void (await deliver(desk, ctx, [saying(error.issues.map(({ message }) => message).join('\n'))]))
    if (!isConfirmed && readCommand(text)?.name === 'delete') return askBeforeDeleting(desk, ctx)
    const { replies } = await takeTurn(ctx, text)
    const steps = stepsOf(ctx, replies)
    const instead = given ?? (isNextOf(steps, replies) ? card : undefined)
    await deliver(desk, ctx, steps, instead)
    if (replies.some(({ kind }) => kind === 'assessment')) await takeUpCard(desk, ctx, instead)
  }

  async function takeTurn(ctx: ChannelContext, text: string): Promise<Outcome> {
    const { db, services, inTurn, pace } = desk
    const key = chatKey(desk, ctx)
    const conversation = await conversationOf(db, key)
    const stopTyping = showTyping(ctx, pace)
    try {
      const turn = {
        id: turnId(desk, ctx),
        ...(conversation !== undefined && { conversation }),
        text,
        channel: 'telegram' as const,
        // What they have written says more than what their Telegram is set to.
        ...(conversation === undefined && { language: languageOfSender(ctx) }),
        ...(ctx.chat && !isPrivate(ctx.chat) && { isShared: true }),
      }
      const outcome = await inTurn(() => services.conversation.take(turn))
      if (outcome.conversation !== conversation) await rememberConversation(db, key, outcome.conversation)
      return outcome
    } finally {
      await stopTyping()
    }
  }

  function stepsOf(ctx: ChannelContext, replies: readonly Reply[]): Step[] {
    const messages = renderTurn(replies, placeFor(desk, ctx))
    const files = replies.filter(({ kind }) => kind === 'assessment').map(filesOf)
    return [...messages, ...files]
  }

  function filesOf(reply: Reply): Step {
    // JSON is for programs.
    const names = desk.services.downloads.names.filter((name) => name !== 'assessment.json')
    const failed = telegramTextsIn(languageOfReply(reply)).noFile
    return { kind: 'files', files: names.map((name) => ({ reply: reply.id, name })), failed }
  }
}

/** Whether what comes is the card as it goes on, or its end; an answer to something else stands for itself. */
const isNextOf = ([first]: readonly Step[], [reply]: readonly Reply[]): boolean =>
  reply?.kind === 'assessment' || (first?.kind === 'message' && first.isCard === true)
