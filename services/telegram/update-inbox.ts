import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'

/** An update as it is kept until it is answered; `id` is Telegram's own, unique and rising within a bot. */
export type KeptUpdate<Body> = {
  id: number
  chat: string
  body: Body
  /** How many messages of its answer have gone out. */
  sent: number
}

/** What comes in: an update with the chat it belongs to, every text in it storable. */
export type NewUpdate<Body> = Pick<KeptUpdate<Body>, 'id' | 'chat' | 'body'>

const fields = ['id', 'chat', 'body', 'sent'] as const

/** Keeps what was delivered, all or nothing. Returns the ids that were not delivered before. */
export async function keepUpdates<Body>(db: Database, bot: string, updates: NewUpdate<Body>[]): Promise<Set<number>> {
  if (updates.length === 0) return new Set()
  const rows = await db
    .insertInto('telegram_update')
    .values(updates.map(({ id, chat, body }) => ({ bot, id, chat, body: JSON.stringify(body) })))
    .onConflict((conflict) => conflict.columns(['bot', 'id']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Every update that is not answered yet, in order. */
export async function openUpdates<Body>(db: Database, bot: string): Promise<KeptUpdate<Body>[]> {
  const rows = await db
    .selectFrom('telegram_update')
    .select(fields)
    .where('bot', '=', bot)
    .where('done_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id, chat, body, sent }) => ({ id, chat: chat ?? '', body: body as Body, sent }))
}

/** Keeps how many messages of the answer to an update have gone out. */
export async function noteSent(db: Database, bot: string, id: number, sent: number): Promise<void> {
  await db.updateTable('telegram_update').set({ sent }).where('bot', '=', bot).where('id', '=', id).execute()
}

/** Marks an update as answered; of what the person sent nothing but the number of the update stays. */
export async function finishUpdate(db: Database, bot: string, id: number): Promise<void> {
  await db
    .updateTable('telegram_update')
    .set({ done_at: sql<Date>`now()`, chat: null, body: null })
    .where('bot', '=', bot)
    .where('id', '=', id)
    .execute()
}

/** Forgets the numbers of updates that were answered more than so many days ago. */
export async function purgeUpdates(db: Database, days: number): Promise<void> {
  await db
    .deleteFrom('telegram_update')
    .where('done_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .execute()
}
