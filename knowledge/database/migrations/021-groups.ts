import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Groups know questions that belong to them, and why they came back to the queue; questions know which answer of staff was
 * said to them; and these have a scope of their own, or are said in the office's name until a day.
 */
export const groups: Migration = {
  async up(db) {
    const { schema } = db
    await schema
      .alterTable('question_group')
      .addColumn('examples', 'jsonb', (column) => column.notNull().defaultTo(sql`'[]'::jsonb`))
      .addColumn('returned_because', 'text')
      .addColumn('asked_since', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await schema.alterTable('question').addColumn('faq', 'integer').execute()
    await schema.createIndex('question_faq').on('question').column('faq').where('faq', 'is not', null).execute()
    await schema
      .alterTable('faq')
      .addColumn('kind', 'text', (column) => column.notNull().defaultTo('reviewed'))
      .addColumn('scope', 'jsonb')
      .addColumn('author_role', 'text', (column) => column.notNull().defaultTo(''))
      .addColumn('expires_on', 'date')
      .execute()
  },
}
