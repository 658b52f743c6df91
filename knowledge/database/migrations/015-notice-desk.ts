import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Notices that staff are reading before they are put in use, and the editions of those in use that were there before. Both are
 * few, and are read only in the console.
 */
export const noticeDesk: Migration = {
  async up(db) {
    await db.schema
      .createTable('notice_draft')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('file_name', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('told', 'jsonb', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('scheduled_for', 'date')
      .addColumn('trouble', 'text')
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
    await db.schema
      .createTable('notice_edition')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('notice', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('metadata', 'jsonb', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('is_undone', 'boolean', (column) => column.notNull())
      .addColumn('ended_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await db.schema.createIndex('notice_edition_notice').on('notice_edition').columns(['notice', 'id']).execute()
  },
}
