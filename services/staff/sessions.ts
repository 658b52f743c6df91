import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Role } from './role.ts'

/** After so many hours without a request, and in any case after so many hours, one signs in anew. */
export const sessionHours = { idle: 8, longest: 24 }

/** Who is signed in. */
export type Member = { name: string; role: Role }

const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url')

const lives = sql<boolean>`staff_session.seen_at > now() - make_interval(hours => ${sessionHours.idle})
  and staff_session.begun_at > now() - make_interval(hours => ${sessionHours.longest})`

/** Begins a session of an account. Returns its id, which nobody else can tell and which isn't kept itself. */
export async function beginSession(db: Database, account: string): Promise<string> {
  const id = randomBytes(32).toString('base64url')
  await db
    .deleteFrom('staff_session')
    .where(({ not }) => not(lives))
    .execute()
  await db
    .insertInto('staff_session')
    .values({ hash: hashOf(id), account })
    .execute()
  return id
}

/** Who a session belongs to; undefined where there is none, or none any more. */
export async function findMember(db: Database, id: string): Promise<Member | undefined> {
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('staff_account', 'staff_account.name', 'staff_session.account')
    .select(['staff_account.name', 'staff_account.role', 'staff_session.seen_at'])
    .where('hash', '=', hashOf(id))
    .where('is_disabled', '=', false)
    .where(lives)
    .executeTakeFirst()
  if (!row) return undefined
  if (Date.now() - row.seen_at.getTime() > 60_000) {
    await db
      .updateTable('staff_session')
      .set({ seen_at: sql`now()` })
      .where('hash', '=', hashOf(id))
      .execute()
  }
  return { name: row.name, role: row.role as Role }
}

/** Ends a session; nothing happens where there is none. */
export async function endSession(db: Database, id: string): Promise<void> {
  await db.deleteFrom('staff_session').where('hash', '=', hashOf(id)).execute()
}
