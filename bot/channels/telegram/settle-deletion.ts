import type { AnswerMessage } from './answer-message.ts'
import type { Desk, PressContext } from './channel-context.ts'
import { deliver, saying, takeUpCard } from './deliver.ts'
import { wordsFor } from './language.ts'

/** Deletes, or says that nothing was deleted, in the place of the question. */
export async function settleDeletion(
  desk: Desk,
  ctx: PressContext,
  isMeant: boolean,
  answerMessage: AnswerMessage,
): Promise<void> {
  const question = ctx.callbackQuery.message?.message_id
  if (!isMeant) return void (await deliver(desk, ctx, [saying(wordsFor(ctx).deleteKept)], question))
  desk.counting.end(ctx.row.chat)
  await takeUpCard(desk, ctx)
  await answerMessage(ctx, '/delete', { instead: question, isConfirmed: true })
}
