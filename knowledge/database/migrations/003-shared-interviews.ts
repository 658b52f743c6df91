import type { Migration } from 'kysely/migration'

/** Interviews that have a code, under which any conversation can go on with them. */
export const sharedInterviews: Migration = {
  async up(db) {
    await db.schema
      .createTable('shared_interview')
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('interview', 'jsonb', (column) => column.notNull())
      .addColumn('updated_at', 'timestamptz', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('shared_interview_updated_at').on('shared_interview').column('updated_at').execute()
  },
}
