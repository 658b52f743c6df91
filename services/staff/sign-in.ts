import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import { isPassword } from './password.ts'
import { beginSession } from './sessions.ts'

/** How often one may fail within the time: with one name from one address, from one address, and with one name at all. */
export const signInLimits = { minutes: 15, nameAndAddress: 5, address: 30, name: 50 }

export type SignIn = { kind: 'session'; id: string } | { kind: 'refused' } | { kind: 'too-many'; minutes: number }

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const recent = sql<boolean>`failed_at > now() - make_interval(mins => ${signInLimits.minutes})`

/**
 * Signs an account in. A name that isn't there is refused like a wrong password and takes as long; who fails too often
 * is refused for a while whatever the password.
 *
 * @param address Where the request comes from; kept as a hash for the time of the limit.
 */
export async function signIn(db: Database, name: string, password: string, address: string): Promise<SignIn> {
  const [nameHash, addressHash] = [hashOf(name), hashOf(address)]
  // Counted before it is known to be one: of many guesses sent at once none goes uncounted.
  const failure = await db
    .insertInto('login_failure')
    .values({ name_hash: nameHash, address_hash: addressHash })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (await hasFailedTooOften(db, nameHash, addressHash, failure.id)) {
    await db.deleteFrom('login_failure').where('id', '=', failure.id).execute()
    return { kind: 'too-many', minutes: signInLimits.minutes }
  }
  const account = await db
    .selectFrom('staff_account')
    .select(['password', 'is_disabled'])
    .where('name', '=', name)
    .executeTakeFirst()
  const isRight = await isPassword(password, account?.password)
  if (!account || !isRight || account.is_disabled) return { kind: 'refused' }
  await db
    .deleteFrom('login_failure')
    .where(({ eb, and, or, not }) =>
      or([
        eb('id', '=', failure.id),
        not(recent),
        and([eb('name_hash', '=', nameHash), eb('address_hash', '=', addressHash)]),
      ]),
    )
    .execute()
  await audit(db, { who: name, action: 'signed-in', subject: `account:${name}` })
  return { kind: 'session', id: await beginSession(db, name) }
}

/** Whether too many attempts came before one. */
async function hasFailedTooOften(
  db: Database,
  nameHash: string,
  addressHash: string,
  attempt: number,
): Promise<boolean> {
  const count = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(*) filter (where ${condition})`
  const byName = sql<boolean>`name_hash = ${nameHash}`
  const byAddress = sql<boolean>`address_hash = ${addressHash}`
  const row = await db
    .selectFrom('login_failure')
    .select([
      count(sql<boolean>`${byName} and ${byAddress}`).as('both'),
      count(byAddress).as('address'),
      count(byName).as('name'),
    ])
    .where(recent)
    .where('id', '<', attempt)
    .executeTakeFirstOrThrow()
  const { nameAndAddress, address, name } = signInLimits
  return row.both >= nameAndAddress || row.address >= address || row.name >= name
}
