import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What became of a programme's rules when its notice changed (`carried`), whether it was taken out of use, what the owner of a
 * notice says of each rule, and of which editions of added notices programmes were drafted already.
 */
export const programmeReviews: Migration = {
  async up(db) {
    await db.schema
      .alterTable('programme')
      .addColumn('carried', 'jsonb')
      .addColumn('is_withdrawn', 'boolean', (column) => column.notNull().defaultTo(false))
      .execute()
    await db.schema
      .createTable('programme_remark')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('programme', 'text', (column) => column.notNull())
      .addColumn('criterion', 'text', (column) => column.notNull())
      .addColumn('is_right', 'boolean')
      .addColumn('remark', 'text', (column) => column.notNull())
      .addColumn('rule', 'text', (column) => column.notNull())
      .addColumn('cases', 'jsonb', (column) => column.notNull())
      .addColumn('who', 'text', (column) => column.notNull())
      .addColumn('at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await db.schema
      .createIndex('programme_remark_programme')
      .on('programme_remark')
      .columns(['programme', 'criterion', 'id'])
      .execute()
    await db.schema
      .createTable('drafted_notice')
      .addColumn('notice', 'text', (column) => column.primaryKey())
      .addColumn('edition', 'text', (column) => column.notNull())
      .execute()
  },
}
