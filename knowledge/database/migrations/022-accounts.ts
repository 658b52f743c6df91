import type { Migration } from 'kysely/migration'

/** Accounts know who they are at the organisation's own sign-in, have no password then, and may have a second factor. */
export const accounts: Migration = {
  async up(db) {
    await db.schema
      .alterTable('staff_account')
      .addColumn('identity', 'text', (column) => column.unique())
      .addColumn('second_factor', 'text')
      .addColumn('last_code_step', 'bigint')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
      .alterColumn('password', (column) => column.dropNotNull())
      .execute()
  },
}
