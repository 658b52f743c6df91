import type { Database } from '../../knowledge/database/schema.ts'

/** A chat with a bot; both by Telegram's numbers. */
export type ChatKey = { bot: string; chat: string }

/** The conversation held in a chat; undefined where there is none, or it was deleted. */
export async function conversationOf(db: Database, { bot, chat }: ChatKey): Promise<string | undefined> {
  const row = await db
    .selectFrom('telegram_chat')
    .select('conversation')
    .where('bot', '=', bot)
    .where('chat', '=', chat)
    .executeTakeFirst()
  return row?.conversation
}

/** Remembers which conversation is held in a chat; one that was deleted meanwhile leaves nothing behind. */
export async function rememberConversation(db: Database, { bot, chat }: ChatKey, conversation: string): Promise<void> {
  await db
    .insertInto('telegram_chat')
    .columns(['bot', 'chat', 'conversation'])
    .expression(({ selectFrom }) =>
      selectFrom('conversation')
        .select(({ ref, val }) => [val(bot).as('bot'), val(chat).as('chat'), ref('conversation.id').as('conversation')])
        .where('conversation.id', '=', conversation),
    )
    .onConflict((conflict) => conflict.columns(['bot', 'chat']).doUpdateSet({ conversation }))
    .execute()
}

/**
 * Takes the press of a message's keyboard for the update that tells of it.
 *
 * @returns Whether it counts: false where another update pressed the same keyboard before, or nothing is known of the chat.
 */
export async function claimPress(
  db: Database,
  { bot, chat }: ChatKey,
  { message, update }: { message: number; update: number },
): Promise<boolean> {
  if ((await conversationOf(db, { bot, chat })) === undefined) return false
  await db
    .insertInto('telegram_press')
    .values({ bot, chat, message, update_id: update })
    .onConflict((conflict) => conflict.columns(['bot', 'chat', 'message']).doNothing())
    .execute()
  const row = await db
    .selectFrom('telegram_press')
    .select('update_id')
    .where('bot', '=', bot)
    .where('chat', '=', chat)
    .where('message', '=', message)
    .executeTakeFirst()
  return row?.update_id === update
}
