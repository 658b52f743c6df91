import type { Migration } from 'kysely/migration'

/** Which notices people have added, and which of those that come with the assistant they have taken out. */
export const addedAndRemovedNotices: Migration = {
  async up(db) {
    await db.schema
      .alterTable('notice')
      .addColumn('added', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute()
    await db.schema
      .createTable('removed_notice')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .execute()
  },
}
