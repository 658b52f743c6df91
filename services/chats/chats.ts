import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { ChannelName } from '../channel.ts'

/** A chat of a channel: `account` is the bot's or official account's own id, `chat` the person's or the group's. */
export type ChatKey = { channel: ChannelName; account: string; chat: string }

/** What is known of a chat; `note` is what its channel keeps, such as which page of an answer was shown. */
export type Chat<Note> = { conversation?: string; note: Partial<Note> }

/** What is known of a chat; an empty note where it is new. */
export async function findChat<Note>(db: Database, { channel, account, chat }: ChatKey): Promise<Chat<Note>> {
  const row = await db
    .selectFrom('chat')
    .select(['conversation', 'note'])
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where('chat', '=', chat)
    .executeTakeFirst()
  const note = (row?.note ?? {}) as Partial<Note>
  return { ...(row?.conversation && { conversation: row.conversation }), note }
}

/** Remembers the conversation of a chat, with the note; one that was deleted meanwhile leaves nothing behind. */
export async function rememberChat<Note>(
  db: Database,
  { channel, account, chat }: ChatKey,
  conversation: string,
  note: Partial<Note>,
): Promise<void> {
  const written = JSON.stringify(note)
  await db
    .insertInto('chat')
    .columns(['channel', 'account', 'chat', 'conversation', 'note'])
    .expression(({ selectFrom }) =>
      selectFrom('conversation')
        .select(({ ref, val, cast }) => [
          val(channel).as('channel'),
          val(account).as('account'),
          val(chat).as('chat'),
          ref('conversation.id').as('conversation'),
          cast<unknown>(val(written), 'jsonb').as('note'),
        ])
        .where('conversation.id', '=', conversation),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['channel', 'account', 'chat'])
        .doUpdateSet({ conversation, note: written, updated_at: sql<Date>`now()` }),
    )
    .execute()
}

/** The chats of an account whose note has a field. */
export async function findNoted<Note>(
  db: Database,
  { channel, account }: Omit<ChatKey, 'chat'>,
  field: keyof Note & string,
): Promise<{ chat: string; note: Partial<Note> }[]> {
  const rows = await db
    .selectFrom('chat')
    .select(['chat', 'note'])
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where(sql<boolean>`note -> ${field} is not null`)
    .execute()
  return rows.map(({ chat, note }) => ({ chat, note: note as Partial<Note> }))
}

/** Keeps a note on a chat, whether it has a conversation already or not. */
export async function keepNote<Note>(
  db: Database,
  { channel, account, chat }: ChatKey,
  note: Partial<Note>,
): Promise<void> {
  const written = JSON.stringify(note)
  await db
    .insertInto('chat')
    .values({ channel, account, chat, conversation: null, note: written })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'account', 'chat']).doUpdateSet({ note: written, updated_at: sql<Date>`now()` }),
    )
    .execute()
}

/** Forgets which conversation a chat is; the conversation itself stays. */
export async function forgetChat(db: Database, { channel, account, chat }: ChatKey): Promise<void> {
  await db
    .deleteFrom('chat')
    .where('channel', '=', channel)
    .where('account', '=', account)
    .where('chat', '=', chat)
    .execute()
}

/** Forgets what was noted of chats without a conversation more than so many days ago; who asked to be told stays. */
export async function purgeChats(db: Database, days: number): Promise<void> {
  await db
    .deleteFrom('chat')
    .where('conversation', 'is', null)
    .where(sql<boolean>`note -> 'waiting' is null`)
    .where('updated_at', '<', sql<Date>`now() - make_interval(days => ${days})`)
    .execute()
}
