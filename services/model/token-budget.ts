import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Budget } from './bounded.ts'

/** Tokens that all processes together may spend in a day: some three thousand answers. */
export const tokensPerDay = 5_000_000

/**
 * Counts what is spent in a day in the database.
 *
 * @param today The day, YYYY-MM-DD.
 */
export function tokenBudget(db: Database, today: () => string, most = tokensPerDay): Budget {
  return {
    async isSpent() {
      const row = await db.selectFrom('model_usage').select('tokens').where('day', '=', today()).executeTakeFirst()
      return row !== undefined && row.tokens >= most
    },
    async spend(tokens) {
      await db
        .insertInto('model_usage')
        .values({ day: today(), tokens })
        .onConflict((conflict) =>
          conflict.column('day').doUpdateSet({ tokens: sql<number>`model_usage.tokens + ${tokens}` }),
        )
        .execute()
    },
  }
}
