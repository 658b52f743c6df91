import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Programmes that staff write: the document they work on, and the one in use with the notice as it was when it was put in use.
 * A change of what is in use is told on `zhixun_changes`, as one of the notices is.
 */
export const programmes: Migration = {
  async up(db) {
    await db.schema
      .createTable('programme')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('draft', 'jsonb', (column) => column.notNull())
      .addColumn('published', 'jsonb')
      .addColumn('notice_metadata', 'jsonb')
      .addColumn('notice_source', 'text')
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addColumn('publisher', 'text')
      .addColumn('published_at', 'timestamptz')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .execute()
    await sql`
      create trigger tell_change after insert or update or delete or truncate on programme
      for each statement execute function tell_change()`.execute(db)
  },
}
