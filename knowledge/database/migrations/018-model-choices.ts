import type { Migration } from 'kysely/migration'

/** A model picks and no longer writes: what it wrote goes, and what it picks is kept in our own names. */
export const modelChoices: Migration = {
  async up(db) {
    await db.schema.dropTable('model_answer').execute()
    await db.schema
      .createTable('model_choice')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('chosen', 'jsonb', (column) => column.notNull())
      .addColumn('used_at', 'timestamptz', (column) => column.notNull())
      .execute()
  },
}
