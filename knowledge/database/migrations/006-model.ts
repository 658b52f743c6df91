import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Answers that a model has written, what it has cost each day, and the vectors of an embedder, of any length. */
export const modelAnswers: Migration = {
  async up(db) {
    await db.schema
      .createTable('model_answer')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('sentences', 'jsonb', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('model_usage')
      .addColumn('day', 'text', (column) => column.primaryKey())
      .addColumn('tokens', 'integer', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('clause_meaning')
      .addColumn('notice', 'text', (column) => column.notNull())
      .addColumn('clause', 'text', (column) => column.notNull())
      .addColumn('embedder', 'text', (column) => column.notNull())
      .addColumn('digest', 'text', (column) => column.notNull())
      .addColumn('vector', sql`vector`, (column) => column.notNull())
      .addPrimaryKeyConstraint('clause_meaning_pkey', ['notice', 'clause', 'embedder'])
      .addForeignKeyConstraint('clause_meaning_clause', ['notice', 'clause'], 'clause', ['notice', 'id'], (key) =>
        key.onDelete('cascade'),
      )
      .execute()
  },
}
