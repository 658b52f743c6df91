import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import { forgetPlaces } from './known-places.ts'
import { hashPassword } from './password.ts'
import type { Role } from './role.ts'
import { isWeakPassword } from './weak-password.ts'

export type Account = { name: string; role: Role; isDisabled: boolean; createdAt: Date }

/** What a command on accounts may not do, in the words for the person who gave it. */
export class AccountError extends Error {}

const shortestPassword = 8
const longestPassword = 200
const namePattern = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,49}$/u

/** Who changes accounts: only whoever has the machine. */
const who = '命令行'

/**
 * Creates an account.
 *
 * @param role Without one the first account looks after the others (admin), and later ones write answers (editor).
 * @throws {AccountError} When the name is taken or no name, or the password is too short or too easily guessed.
 */
export async function addAccount(db: Database, name: string, password: string, role?: Role): Promise<Account> {
  if (!namePattern.test(name)) throw new AccountError('账号名用文字、数字、点、横线，最多50个字')
  const hash = await hashOf(password, name)
  return db.transaction().execute(async (trx) => {
    const first = await trx.selectFrom('staff_account').select('name').executeTakeFirst()
    const given = role ?? (first ? 'editor' : 'admin')
    const row = await trx
      .insertInto('staff_account')
      .values({ name, password: hash, role: given })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst()
    if (!row) throw new AccountError(`已经有账号 ${name}`)
    await audit(trx, { who, action: 'account-added', subject: `account:${name}`, after: { role: given } })
    return accountOf(row)
  })
}

/** Gives an account another password and signs it out everywhere. @throws {AccountError} */
export async function changePassword(db: Database, name: string, password: string): Promise<void> {
  const hash = await hashOf(password, name)
  await change(db, name, { password: hash }, 'account-password')
}

/** Keeps an account from signing in, and signs it out everywhere; or lets it in again. @throws {AccountError} */
export async function setDisabled(db: Database, name: string, isDisabled: boolean): Promise<void> {
  await change(db, name, { is_disabled: isDisabled }, isDisabled ? 'account-disabled' : 'account-enabled')
}

export async function listAccounts(db: Database): Promise<Account[]> {
  return (await db.selectFrom('staff_account').selectAll().orderBy('name').execute()).map(accountOf)
}

type Row = { name: string; role: string; is_disabled: boolean; created_at: Date }

const accountOf = (row: Row): Account => ({
  name: row.name,
  role: row.role as Role,
  isDisabled: row.is_disabled,
  createdAt: row.created_at,
})

async function change(
  db: Database,
  name: string,
  values: { password?: string; is_disabled?: boolean },
  action: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('staff_account')
      .set(values)
      .where('name', '=', name)
      .returning('name')
      .executeTakeFirst()
    if (!row) throw new AccountError(`没有账号 ${name}`)
    await trx.deleteFrom('staff_session').where('account', '=', name).execute()
    await forgetPlaces(trx, name)
    await audit(trx, { who, action, subject: `account:${name}` })
  })
}

async function hashOf(password: string, name: string): Promise<string> {
  const { length } = [...password]
  if (length < shortestPassword) throw new AccountError(`密码至少要${shortestPassword}个字符`)
  if (length > longestPassword) throw new AccountError(`密码最多${longestPassword}个字符`)
  if (isWeakPassword(password, name)) throw new AccountError('这个密码太容易猜到，请换一个')
  return hashPassword(password)
}
