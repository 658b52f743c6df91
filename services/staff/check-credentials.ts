import { createHash } from 'node:crypto'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import { factorSealOf } from './factor-seal.ts'
import { createGuessQueue } from './guess-queue.ts'
import { isKnownPlace, rememberPlace } from './known-places.ts'
import { stepOf } from './one-time-code.ts'
import { isPassword } from './password.ts'
import { countFailures, delayOf, type Failures, isRecent, waitBefore } from './sign-in-limits.ts'

/** What somebody says to be who they are; `code` of an app, where the account has a second factor. */
export type Credentials = { name: string; password: string; code?: string | undefined }

/** Where a request comes from: its address, kept as a hash, and the network that is in. */
export type From = { address: string; network: string }

/** `code-needed`: the password is right, and a one-time code has to come with it. */
export type Checked =
  { kind: 'right' } | { kind: 'refused' } | { kind: 'code-needed' } | { kind: 'too-early'; seconds: number }

/** Who tries: under which name and from where, both as hashes too. */
type Attempt = { name: string; nameHash: string; addressHash: string; id: number }

/** When to come back where too many wait already, in seconds. */
const fullSeconds = 5

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const inGuessQueue = createGuessQueue()

/**
 * Checks a password, and a one-time code where there is one. A name that isn't there is treated like a wrong password in every
 * respect; guesses are slowed down as `signInLimits` says, which no outsider can turn into keeping somebody out.
 */
export async function checkCredentials(db: Database, given: Credentials, from: From): Promise<Checked> {
  const attempt = await countAttempt(db, given.name, from.address)
  const { addressHash } = attempt
  const isKnown = await isKnownPlace(db, given.name, addressHash)
  const failures = await countFailures(db, attempt.id, attempt)
  const seconds = waitBefore(failures, isKnown)
  if (seconds > 0) return uncounted(db, attempt, { kind: 'too-early', seconds })
  const account = await db
    .selectFrom('staff_account')
    .select(['password', 'is_disabled', 'second_factor'])
    .where('name', '=', given.name)
    .executeTakeFirst()
  const isRight = await inGuessQueue({
    network: from.network,
    isKnownPlace: isKnown,
    delayMs: delayOf(failures, isKnown),
    check: () => isPassword(given.password, account?.password ?? undefined),
  })
  if (isRight === undefined) return uncounted(db, attempt, { kind: 'too-early', seconds: fullSeconds })
  const isIn = isRight && account?.is_disabled === false
  if (isIn && account.second_factor !== null && !given.code?.trim())
    return uncounted(db, attempt, { kind: 'code-needed' })
  if (!isIn || (account.second_factor !== null && !(await takeCode(db, given, account.second_factor)))) {
    await recordFailure(db, attempt, failures, account !== undefined)
    return { kind: 'refused' }
  }
  await forgive(db, attempt)
  await rememberPlace(db, given.name, addressHash)
  return { kind: 'right' }
}

/** Takes a one-time code that holds now and has not been taken before. */
async function takeCode(db: Database, { name, code = '' }: Credentials, kept: string): Promise<boolean> {
  const secret = factorSealOf(db).open(kept, name)
  // Sealed with another key: no code is right, and nobody gets in without one.
  const step = secret === undefined ? undefined : stepOf(secret, code, Date.now())
  if (step === undefined) return false
  const { numUpdatedRows } = await db
    .updateTable('staff_account')
    .set({ last_code_step: step })
    .where('name', '=', name)
    .where(({ eb, or }) => or([eb('last_code_step', 'is', null), eb('last_code_step', '<', step)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Counts an attempt as a failure before it is known to be one: of many sent at once none goes uncounted. */
async function countAttempt(db: Database, name: string, address: string): Promise<Attempt> {
  const [nameHash, addressHash] = [hashOf(name), hashOf(address)]
  const { id } = await db
    .insertInto('login_failure')
    .values({ name_hash: nameHash, address_hash: addressHash })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { name, nameHash, addressHash, id }
}

/** An attempt that was not looked at, or lacks its code only, is no failure, and makes nobody wait longer. */
async function uncounted(db: Database, { id }: Attempt, outcome: Checked): Promise<Checked> {
  await db.deleteFrom('login_failure').where('id', '=', id).execute()
  return outcome
}

async function forgive(db: Database, { id, nameHash, addressHash }: Attempt): Promise<void> {
  await db
    .deleteFrom('login_failure')
    .where(({ eb, and, or, not }) =>
      or([
        eb('id', '=', id),
        not(isRecent),
        and([eb('name_hash', '=', nameHash), eb('address_hash', '=', addressHash)]),
      ]),
    )
    .execute()
}

/** The first failures are recorded one by one, and of a flood each hundredth, so that it can't bury the rest. */
const isRecorded = (count: number): boolean => count <= 20 || count % 100 === 0

/**
 * Tells the audit log. A name that isn't there is not written down in any form: it may be a password in the wrong field.
 * `source` says only whether two failures came from one address.
 */
async function recordFailure(
  db: Database,
  { name, addressHash }: Attempt,
  { name: ofName, all }: Failures,
  isAccount: boolean,
): Promise<void> {
  await db
    .deleteFrom('login_failure')
    .where(({ not }) => not(isRecent))
    .execute()
  const failures = (isAccount ? ofName : all) + 1
  if (!isRecorded(failures)) return
  await audit(db, {
    who: isAccount ? name : words.unknownAccount,
    action: 'sign-in-failed',
    subject: isAccount ? `account:${name}` : 'account:?',
    after: { failures, source: addressHash.slice(0, 8) },
  })
}
