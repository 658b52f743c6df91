import type { Database } from '../../knowledge/database/schema.ts'

/** A chat with a bot; both by Telegram's numbers. */
export type ChatKey = { bot: string; chat: string }

const ofChat = (db: Database, { bot, chat }: ChatKey) =>
  db.selectFrom('telegram_chat').where('bot', '=', bot).where('chat', '=', chat)

/** The conversation held in a chat; undefined where there is none, or it was deleted. */
export async function conversationOf(db: Database, key: ChatKey): Promise<string | undefined> {
  const row = await ofChat(db, key).select('conversation').executeTakeFirst()
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

/** Which message of a chat shows its interview; undefined where none does. */
export async function cardOf(db: Database, key: ChatKey): Promise<number | undefined> {
  const row = await ofChat(db, key).select('card').executeTakeFirst()
  return row?.card === null || row === undefined ? undefined : Number(row.card)
}

/** Remembers which message of a chat shows its interview, or that none does any more; a chat without conversation has none. */
export async function putCard(db: Database, { bot, chat }: ChatKey, message: number | undefined): Promise<void> {
  await db
    .updateTable('telegram_chat')
    .set({ card: message ?? null })
    .where('bot', '=', bot)
    .where('chat', '=', chat)
    .execute()
}

/** The update that told of the press of a message's keyboard; undefined where it was not pressed. */
export async function pressOf(db: Database, { bot, chat }: ChatKey, message: number): Promise<number | undefined> {
  const row = await db
    .selectFrom('telegram_press')
    .select('update_id')
    .where('bot', '=', bot)
    .where('chat', '=', chat)
    .where('message', '=', message)
    .executeTakeFirst()
  return row?.update_id
}

/** Keeps that an update told of the press of a message's keyboard. The chat must be known. */
export async function claimPress(db: Database, key: ChatKey, message: number, update: number): Promise<void> {
  await db
    .insertInto('telegram_press')
    .values({ ...key, message, update_id: update })
    .execute()
}

/** Whether a turn has been taken and kept. */
export async function isTurnTaken(db: Database, id: string): Promise<boolean> {
  return (await db.selectFrom('turn').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}
