import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Groups of questions carry tags, in the words of staff, and may be assigned to one of them. */
export const tagsAndAssignees: Migration = {
  async up(db) {
    await db.schema
      .alterTable('question_group')
      .addColumn('tags', sql`text[]`, (column) => column.notNull().defaultTo(sql`'{}'::text[]`))
      .addColumn('assignee', 'text', (column) => column.references('staff_account.name').onDelete('set null'))
      .execute()
    await db.schema
      .createIndex('question_group_assignee')
      .on('question_group')
      .column('assignee')
      .where('assignee', 'is not', null)
      .execute()
  },
}
