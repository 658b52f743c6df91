import { sql, type SchemaModule } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Terms are hashed into this many dimensions: the most that pgvector's sparsevec takes. */
const lexicalDimensions = 1_000_000_000
const denseDimensions = 256

const now = sql`now()`

async function createNoticeTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('notice')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('short_title', 'text', (column) => column.notNull())
    .addColumn('document_number', 'text')
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('issued', 'date')
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('metadata', 'jsonb', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('indexed_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema
    .createTable('clause')
    .addColumn('notice', 'text', (column) => column.notNull().references('notice.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('parent', 'text')
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('marker', 'text')
    .addColumn('heading', 'text', (column) => column.notNull())
    .addColumn('path', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addColumn('spans', 'jsonb', (column) => column.notNull())
    .addColumn('cells', 'jsonb')
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('lexical', sql.raw(`sparsevec(${lexicalDimensions})`))
    .addColumn('dense', sql.raw(`vector(${denseDimensions})`))
    .addPrimaryKeyConstraint('clause_pkey', ['notice', 'id'])
    .execute()
  await schema
    .createTable('index_state')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'jsonb')
    .execute()
  await schema
    .createTable('term')
    .addColumn('dimension', 'integer', (column) => column.primaryKey())
    .addColumn('clauses', 'integer', (column) => column.notNull())
    .execute()
}

async function createConversationTables(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('conversation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema
    .createTable('turn')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation', 'text', (column) => column.notNull().references('conversation.id').onDelete('cascade'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('duration_ms', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .addColumn('log', 'jsonb', (column) => column.notNull())
    .execute()
  await schema.createIndex('turn_conversation_ordinal').on('turn').columns(['conversation', 'ordinal']).execute()
  await schema
    .createTable('reply')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('turn', 'text', (column) => column.notNull().references('turn.id').onDelete('cascade'))
    .addColumn('ordinal', 'integer', (column) => column.notNull())
    .addColumn('body', 'jsonb', (column) => column.notNull())
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
  await schema.createIndex('reply_turn_ordinal').on('reply').columns(['turn', 'ordinal']).execute()
  await schema
    .createTable('feedback')
    .addColumn('reply', 'text', (column) => column.primaryKey().references('reply.id').onDelete('cascade'))
    .addColumn('helpful', 'boolean', (column) => column.notNull())
    .addColumn('comment', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(now))
    .execute()
}

/** Notices with their clauses and index, conversations with their turns, replies and feedback. */
export const noticesAndConversations: Migration = {
  async up(db) {
    await createNoticeTables(db.schema)
    await createConversationTables(db.schema)
  },
}
