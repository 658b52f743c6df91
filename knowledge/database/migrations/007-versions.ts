import type { Migration } from 'kysely/migration'

/** A number that each change moves on, for what several people edit: a save says which one it was made from. */
export const versions: Migration = {
  async up(db) {
    for (const table of ['faq', 'question_group'])
      await db.schema
        .alterTable(table)
        .addColumn('version', 'integer', (column) => column.notNull().defaultTo(1))
        .execute()
  },
}
