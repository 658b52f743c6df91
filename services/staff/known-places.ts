import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'

/** How long an account is known at an address after it has last signed in from there, in days. */
const keptDays = 90

/** Whether an account has signed in from an address (given as its hash) lately; false for an account that isn't there. */
export async function isKnownPlace(db: Database, account: string, addressHash: string): Promise<boolean> {
  const row = await db
    .selectFrom('staff_place')
    .select('account')
    .where('account', '=', account)
    .where('address_hash', '=', addressHash)
    .where(sql<boolean>`seen_at > now() - make_interval(days => ${keptDays})`)
    .executeTakeFirst()
  return row !== undefined
}

/** Remembers where an account has signed in from, and forgets what is too long ago. */
export async function rememberPlace(db: Database, account: string, addressHash: string): Promise<void> {
  await db
    .deleteFrom('staff_place')
    .where(sql<boolean>`seen_at <= now() - make_interval(days => ${keptDays})`)
    .execute()
  await db
    .insertInto('staff_place')
    .values({ account, address_hash: addressHash })
    .onConflict((conflict) => conflict.columns(['account', 'address_hash']).doUpdateSet({ seen_at: sql`now()` }))
    .execute()
}

/** Forgets where an account has signed in from: with its password, others may have been there. */
export async function forgetPlaces(db: Database, account: string): Promise<void> {
  await db.deleteFrom('staff_place').where('account', '=', account).execute()
}
