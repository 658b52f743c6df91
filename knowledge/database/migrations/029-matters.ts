import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What a question is about counts for its group. Groups of before were kept without it: they keep their questions, those that
 * staff put there by hand as well, but no question joins them of itself any more.
 */
export const matters: Migration = {
  async up(db) {
    await sql`update question_group set examples = '[]'::jsonb,
      sense = sense || '{"matters":{"slots":["any"],"asked":[],"around":[],"words":[]}}'::jsonb`.execute(db)
  },
}
