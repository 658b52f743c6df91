import { accountTexts as words } from '../../prompts/account-texts.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import { hashPassword } from './password.ts'
import type { Role } from './role.ts'
import { isWeakPassword } from './weak-password.ts'

export type Account = {
  name: string
  role: Role
  isDisabled: boolean
  createdAt: Date
  /** Whether the organisation signs it in, and gives it its role; it has no password then. */
  isFromOutside: boolean
  hasSecondFactor: boolean
  /** Counts the changes. */
  version: number
}

/** What a command on accounts may not do, in the words for the person who gave it. */
export class AccountError extends Error {}

const shortestPassword = 8
const longestPassword = 200

export const longestName = 50

/** Whether a text may be the name of an account. */
export const isAccountName = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,49}$/u.test(text)

/**
 * Creates an account.
 *
 * @param role Without one the first account looks after the others (admin), and later ones write answers (editor).
 * @param who Creates it; whoever has the machine unless told otherwise.
 * @throws {AccountError} When the name is taken or no name, or the password is too short or too easily guessed.
 */
export async function addAccount(
  db: Database,
  name: string,
  password: string,
  role?: Role,
  who: string = words.terminal,
): Promise<Account> {
  if (!isAccountName(name)) throw new AccountError(words.badName)
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
    if (!row) throw new AccountError(words.taken(name))
    await audit(trx, { who, action: 'account-added', subject: `account:${name}`, after: { role: given } })
    return accountOf(row)
  })
}

export async function listAccounts(db: Database): Promise<Account[]> {
  return (await db.selectFrom('staff_account').selectAll().orderBy('name').execute()).map(accountOf)
}

/** The account of a name; undefined where there is none. */
export async function findAccount(db: Database, name: string): Promise<Account | undefined> {
  const row = await db.selectFrom('staff_account').selectAll().where('name', '=', name).executeTakeFirst()
  return row && accountOf(row)
}

type Row = {
  name: string
  role: string
  is_disabled: boolean
  created_at: Date
  identity: string | null
  second_factor: string | null
  version: number
}

export const accountOf = (row: Row): Account => ({
  name: row.name,
  role: row.role as Role,
  isDisabled: row.is_disabled,
  createdAt: row.created_at,
  isFromOutside: row.identity !== null,
  hasSecondFactor: row.second_factor !== null,
  version: row.version,
})

/** A password as it is kept. @throws {AccountError} When it is too short, too long or too easily guessed. */
export async function hashOf(password: string, name: string): Promise<string> {
  const { length } = [...password]
  if (length < shortestPassword) throw new AccountError(words.passwordShort(shortestPassword))
  if (length > longestPassword) throw new AccountError(words.passwordLong(longestPassword))
  if (isWeakPassword(password, name)) throw new AccountError(words.passwordWeak)
  return hashPassword(password)
}
