import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The index as postings: for each term and block of searched clauses which of them hold it and how often. Takes the place of
 * sparse vectors, which a search had to read all, and of dense ones that weighed nothing. Notices are indexed anew.
 */
export const postings: Migration = {
  async up(db) {
    const { schema } = db
    await schema.alterTable('clause').dropColumn('lexical').dropColumn('dense').addColumn('number', 'integer').execute()
    await schema.createIndex('clause_number').on('clause').column('number').unique().execute()
    await schema.dropTable('term').execute()
    await schema
      .createTable('posting')
      .addColumn('term', 'bigint', (column) => column.notNull())
      .addColumn('block', 'integer', (column) => column.notNull())
      .addColumn('clauses', 'integer', (column) => column.notNull())
      .addColumn('last', 'integer', (column) => column.notNull())
      .addColumn('code', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('posting_pkey', ['term', 'block'])
      .execute()
    // Read and lengthened as they are: the code is compact already.
    await sql`alter table posting alter column code set storage external`.execute(db)
    await schema
      .createTable('clause_block')
      .addColumn('block', 'integer', (column) => column.primaryKey())
      .addColumn('edition', 'integer', (column) => column.notNull())
      .addColumn('lengths', 'bytea', (column) => column.notNull())
      .execute()
    await schema.dropTable('index_state').execute()
    await schema
      .createTable('index_state')
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('edition', 'integer', (column) => column.notNull())
      .addColumn('passages', 'integer', (column) => column.notNull())
      .addColumn('terms', 'bigint', (column) => column.notNull())
      .addColumn('next', 'integer', (column) => column.notNull())
      .execute()
  },
}
