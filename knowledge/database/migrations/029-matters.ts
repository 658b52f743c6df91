import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What a question is about counts for its group: groups of before, whose questions were kept without it, stay as they are, and
 * questions join new ones.
 */
export const matters: Migration = {
  async up(db) {
    await sql`update question_group set examples = '[]'::jsonb`.execute(db)
  },
}
