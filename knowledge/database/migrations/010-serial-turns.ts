import type { Migration } from 'kysely/migration'

/**
 * Counts the changes of conversations and shared interviews, so that none is written over unseen, and keeps by what a
 * message that is sent again is known.
 */
export const serialTurns: Migration = {
  async up(db) {
    for (const table of ['conversation', 'shared_interview'])
      await db.schema
        .alterTable(table)
        .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
        .execute()
    await db.schema.alterTable('turn').addColumn('fingerprint', 'text').execute()
  },
}
