import { accountTexts as words } from '../../prompts/account-texts.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { type Account, AccountError, accountOf, hashOf } from './accounts.ts'
import { audit } from './audit.ts'
import { forgetPlaces } from './known-places.ts'
import type { Role } from './role.ts'

/** Who changes an account, and which version of it was seen; without one whatever there is. */
export type By = { who?: string; version?: number | undefined }

/** Somebody else has changed the account meanwhile: how it is now. */
export class StaleAccount extends AccountError {
  readonly stored: Account
  constructor(stored: Account) {
    super(words.changed(stored.name))
    this.stored = stored
  }
}

/** Gives an account another password and signs it out everywhere. @throws {AccountError} */
export async function changePassword(db: Database, name: string, password: string, by: By = {}): Promise<void> {
  const hash = await hashOf(password, name)
  await change(db, name, by, 'account-password', (account) => {
    if (account.isFromOutside) throw new AccountError(words.noPassword)
    return { password: hash }
  })
}

/** Keeps an account from signing in, and signs it out everywhere; or lets it in again. @throws {AccountError} */
export async function setDisabled(db: Database, name: string, isDisabled: boolean, by: By = {}): Promise<void> {
  const action = isDisabled ? 'account-disabled' : 'account-enabled'
  await change(db, name, by, action, () => ({ is_disabled: isDisabled }))
}

/** Gives an account another role, and signs it out everywhere. @throws {AccountError} */
export async function changeRole(db: Database, name: string, role: Role, by: By = {}): Promise<void> {
  await change(db, name, by, 'account-role', (account) => {
    if (account.isFromOutside) throw new AccountError(words.roleFromOutside)
    return { role }
  })
}

/** Lets an account in with its password alone, for somebody who has lost the phone. @throws {AccountError} */
export async function dropSecondFactor(db: Database, name: string, by: By = {}): Promise<void> {
  await change(db, name, by, 'second-factor-off', () => ({ second_factor: null, last_code_step: null }))
}

/** Deletes an account with its sessions; what it has done stays in the audit log under its name. @throws {AccountError} */
export async function removeAccount(db: Database, name: string, by: By = {}): Promise<void> {
  await change(db, name, by, 'account-removed', () => 'removed')
}

type Values = {
  password?: string
  role?: Role
  is_disabled?: boolean
  second_factor?: null
  last_code_step?: null
}

/** Changes an account under a lock that holds off whoever changes another admin, so that one always stays. */
async function change(
  db: Database,
  name: string,
  { who = words.terminal, version }: By,
  action: string,
  wanted: (account: Account) => Values | 'removed',
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('staff_account')
      .selectAll()
      .where((eb) => eb.or([eb('name', '=', name), eb.and([eb('role', '=', 'admin'), eb('is_disabled', '=', false)])]))
      .orderBy('name')
      .forUpdate()
      .execute()
    const accounts = rows.map(accountOf)
    const account = accounts.find((one) => one.name === name)
    if (!account) throw new AccountError(words.absent(name))
    if (version !== undefined && version !== account.version) throw new StaleAccount(account)
    const values = wanted(account)
    const others = accounts.filter((one) => one.name !== name)
    if (isActingAdmin(account) && !staysAdmin(values) && others.length === 0) throw new AccountError(words.lastAdmin)
    if (values === 'removed') await trx.deleteFrom('staff_account').where('name', '=', name).execute()
    else await update(trx, account, values)
    const told = values !== 'removed' && values.role !== undefined
    await audit(trx, {
      who,
      action,
      subject: `account:${name}`,
      ...(told && { before: { role: account.role }, after: { role: values.role } }),
    })
  })
}

const isActingAdmin = ({ role, isDisabled }: Account): boolean => role === 'admin' && !isDisabled

const staysAdmin = (values: Values | 'removed'): boolean =>
  values !== 'removed' && values.is_disabled !== true && (values.role ?? 'admin') === 'admin'

async function update(trx: Database, { name, version }: Account, values: Values): Promise<void> {
  await trx
    .updateTable('staff_account')
    .set({ ...values, version: version + 1 })
    .where('name', '=', name)
    .execute()
  await trx.deleteFrom('staff_session').where('account', '=', name).execute()
  await forgetPlaces(trx, name)
}
