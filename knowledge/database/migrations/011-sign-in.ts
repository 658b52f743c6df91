import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where accounts have signed in from: attempts from there are not slowed down by what others try elsewhere. */
export const signInPlaces: Migration = {
  async up(db) {
    await db.schema
      .createTable('staff_place')
      .addColumn('account', 'text', (column) => column.notNull().references('staff_account.name').onDelete('cascade'))
      .addColumn('address_hash', 'text', (column) => column.notNull())
      .addColumn('seen_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .addPrimaryKeyConstraint('staff_place_pkey', ['account', 'address_hash'])
      .execute()
  },
}
