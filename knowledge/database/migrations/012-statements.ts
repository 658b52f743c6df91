import type { Migration } from 'kysely/migration'

/**
 * Keeps what each notice says beside its clauses, and by which version of the parser it was read. A wording of an added notice
 * is said once a person has approved it.
 */
export const statements: Migration = {
  async up(db) {
    await db.schema.alterTable('notice').addColumn('statements_version', 'integer').execute()
    await db.schema
      .createTable('statement')
      .addColumn('notice', 'text', (column) => column.notNull().references('notice.id').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('ordinal', 'integer', (column) => column.notNull())
      .addColumn('clause', 'text', (column) => column.notNull())
      .addColumn('parser_version', 'integer', (column) => column.notNull())
      .addColumn('body', 'jsonb', (column) => column.notNull())
      .addColumn('approved_at', 'timestamptz')
      .addPrimaryKeyConstraint('statement_pkey', ['notice', 'id'])
      .execute()
  },
}
