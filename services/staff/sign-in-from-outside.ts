import { accountTexts as words } from '../../prompts/account-texts.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { isAccountName } from './accounts.ts'
import { audit } from './audit.ts'
import type { Identity } from './read-identity.ts'
import type { Role } from './role.ts'
import { beginSession } from './sessions.ts'

export type FromOutside = { kind: 'session'; id: string } | { kind: 'no-role' | 'name-taken' | 'disabled' }

/**
 * Signs in somebody whom the organisation knows. The account is made the first time, never taken over from somebody who has a
 * password, and has at each time the role that the organisation gives; without one all its sessions end.
 */
export async function signInFromOutside(db: Database, person: Identity): Promise<FromOutside> {
  return db.transaction().execute(async (trx) => {
    const account = await trx
      .selectFrom('staff_account')
      .select(['name', 'role', 'is_disabled'])
      .where('identity', '=', person.identity)
      .forUpdate()
      .executeTakeFirst()
    const { role } = person
    if (!role) {
      if (account) await trx.deleteFrom('staff_session').where('account', '=', account.name).execute()
      return { kind: 'no-role' }
    }
    if (account?.is_disabled) return { kind: 'disabled' }
    if (account) await keepRole(trx, account, role)
    else if (!(await addFromOutside(trx, person, role))) return { kind: 'name-taken' }
    const name = account?.name ?? person.name
    const after = { by: words.singleSignOn }
    await audit(trx, { who: name, action: 'signed-in', subject: `account:${name}`, after })
    return { kind: 'session', id: await beginSession(trx, name) }
  })
}

async function keepRole(trx: Database, account: { name: string; role: string }, role: Role): Promise<void> {
  if (account.role === role) return
  await trx
    .updateTable('staff_account')
    .set((eb) => ({ role, version: eb('version', '+', 1) }))
    .where('name', '=', account.name)
    .execute()
  await audit(trx, {
    who: words.singleSignOn,
    action: 'account-role',
    subject: `account:${account.name}`,
    before: { role: account.role },
    after: { role },
  })
}

async function addFromOutside(trx: Database, { name, identity }: Identity, role: Role): Promise<boolean> {
  if (!isAccountName(name)) return false
  const row = await trx
    .insertInto('staff_account')
    .values({ name, password: null, role, identity })
    .onConflict((conflict) => conflict.doNothing())
    .returning('name')
    .executeTakeFirst()
  if (!row) return false
  await audit(trx, {
    who: words.singleSignOn,
    action: 'account-added',
    subject: `account:${name}`,
    after: { role },
  })
  return true
}
