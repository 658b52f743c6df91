import { sql, type SchemaModule } from 'kysely'
import type { Migration } from 'kysely/migration'

const now = sql`now()`

async function createInbox(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('telegram_update')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('id', 'bigint', (column) => column.notNull())
    .addColumn('chat', 'text')
    .addColumn('body', 'jsonb')
    .addColumn('sent', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('begun_message', 'bigint')
    .addColumn('received_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('done_at', 'timestamptz')
    .addPrimaryKeyConstraint('telegram_update_pkey', ['bot', 'id'])
    .execute()
  await schema
    .createIndex('telegram_update_open')
    .on('telegram_update')
    .columns(['bot', 'id'])
    .where(sql.ref('done_at'), 'is', null)
    .execute()
}

async function createChats(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('telegram_chat')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversation.id').onDelete('cascade'))
    .addPrimaryKeyConstraint('telegram_chat_pkey', ['bot', 'chat'])
    .execute()
  await schema.createIndex('telegram_chat_conversation').on('telegram_chat').column('conversation').execute()
  await schema
    .createTable('telegram_press')
    .addColumn('bot', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('message', 'bigint', (column) => column.notNull())
    .addColumn('update_id', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('telegram_press_pkey', ['bot', 'chat', 'message'])
    .addForeignKeyConstraint(
      'telegram_press_chat_fkey',
      ['bot', 'chat'],
      'telegram_chat',
      ['bot', 'chat'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute()
}

/** What Telegram has delivered, whose conversation a chat is, and which keyboards have been pressed. */
export const telegram: Migration = {
  async up(db) {
    await createInbox(db.schema)
    await createChats(db.schema)
  },
}
