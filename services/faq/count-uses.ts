import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'

/** How often an answer by staff was said, and how many people found it helpful and not. */
export type Uses = { said: number; helpful: number; unhelpful: number }

/** How answers by staff have been used, by their ids; nothing of one that was never said. */
export async function countUses(db: Database, ids: readonly number[]): Promise<Map<number, Uses>> {
  const rows = await db
    .selectFrom('question')
    .where(sql<boolean>`faq = any(${[...ids]}::int[])`)
    .groupBy('faq')
    .select([
      'faq',
      sql<number>`count(*)::integer`.as('said'),
      sql<number>`count(*) filter (where helpful)::integer`.as('helpful'),
      sql<number>`count(*) filter (where not helpful)::integer`.as('unhelpful'),
    ])
    .execute()
  return new Map(rows.map(({ faq, ...uses }) => [faq!, uses]))
}
