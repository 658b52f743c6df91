import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Whose conversation a chat of a channel is, with what the channel keeps of it. */
export const chats: Migration = {
  async up(db) {
    await db.schema
      .createTable('chat')
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('chat', 'text', (column) => column.notNull())
      .addColumn('conversation', 'text', (column) => column.references('conversation.id').onDelete('cascade'))
      .addColumn('note', 'jsonb', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('chat_pkey', ['channel', 'account', 'chat'])
      .execute()
    await db.schema.createIndex('chat_conversation').on('chat').column('conversation').execute()
  },
}
