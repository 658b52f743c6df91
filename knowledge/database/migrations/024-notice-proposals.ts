import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What a model proposes for a draft, until staff take it or refuse it; it goes with the draft. */
export const noticeProposals: Migration = {
  async up(db) {
    await db.schema
      .createTable('notice_proposal')
      .addColumn('id', 'integer', (column) => column.primaryKey().generatedAlwaysAsIdentity())
      .addColumn('draft', 'text', (column) => column.notNull().references('notice_draft.id').onDelete('cascade'))
      .addColumn('body', 'jsonb', (column) => column.notNull())
      .addColumn('model', 'text', (column) => column.notNull())
      .addColumn('prompt_hash', 'text', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull().defaultTo(sql`now()`))
      .execute()
    await db.schema.createIndex('notice_proposal_draft').on('notice_proposal').column('draft').execute()
  },
}
