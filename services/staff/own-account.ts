import { accountTexts as words } from '../../prompts/account-texts.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { AccountError, hashOf } from './accounts.ts'
import { audit } from './audit.ts'
import { type Checked, checkCredentials, type Credentials, type From } from './check-credentials.ts'
import { factorSealOf } from './factor-seal.ts'
import { secretPattern, stepOf } from './one-time-code.ts'
import { beginSession } from './sessions.ts'

/** What became of a change to one's own account: done, under a new session, all others being over; or why not. */
export type OwnChange = { kind: 'session'; id: string } | Exclude<Checked, { kind: 'right' }>

/**
 * Changes one's own password, and ends all sessions but the one it returns.
 *
 * @param given What is so until now; guessed at here it is slowed down as everywhere.
 * @throws {AccountError} When the new one is no good.
 */
export async function changeOwnPassword(
  db: Database,
  given: Credentials,
  password: string,
  from: From,
): Promise<OwnChange> {
  if (password === given.password) throw new AccountError(words.passwordSame)
  const hash = await hashOf(password, given.name)
  return changeOwn(db, given, from, { password: hash }, 'account-password')
}

/**
 * Asks for a one-time code from now on whenever one signs in.
 *
 * @param code Of the secret, to prove that the app has it.
 * @throws {AccountError} When the code isn't the secret's, or there is a second factor already.
 */
export async function addSecondFactor(
  db: Database,
  given: { name: string; password: string },
  { secret, code }: { secret: string; code: string },
  from: From,
): Promise<OwnChange> {
  const { name, password } = given
  const step = secretPattern.test(secret) ? stepOf(secret, code, Date.now()) : undefined
  if (step === undefined) throw new AccountError(words.badCode)
  const { second_factor: before } = await db
    .selectFrom('staff_account')
    .select('second_factor')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  if (before !== null) throw new AccountError(words.factorOn)
  const values = { second_factor: factorSealOf(db).seal(secret, name), last_code_step: step }
  return changeOwn(db, { name, password }, from, values, 'second-factor-on')
}

/** Signs in with the password alone from now on. */
export async function removeOwnSecondFactor(db: Database, given: Credentials, from: From): Promise<OwnChange> {
  return changeOwn(db, given, from, { second_factor: null, last_code_step: null }, 'second-factor-off')
}

type Values = { password?: string; second_factor?: string | null; last_code_step?: number | null }

async function changeOwn(
  db: Database,
  given: Credentials,
  from: From,
  values: Values,
  action: string,
): Promise<OwnChange> {
  const { name } = given
  const checked = await checkCredentials(db, given, from)
  if (checked.kind !== 'right') return checked
  const id = await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('staff_account')
      .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
      .where('name', '=', name)
      .execute()
    await trx.deleteFrom('staff_session').where('account', '=', name).execute()
    await audit(trx, { who: name, action, subject: `account:${name}` })
    return beginSession(trx, name)
  })
  return { kind: 'session', id }
}
