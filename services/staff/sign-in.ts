import { createHash } from 'node:crypto'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import { createGuessQueue } from './guess-queue.ts'
import { isKnownPlace, rememberPlace } from './known-places.ts'
import { isPassword } from './password.ts'
import { beginSession } from './sessions.ts'
import { countFailures, delayOf, type Failures, isRecent, waitBefore } from './sign-in-limits.ts'

export type SignIn = { kind: 'session'; id: string } | { kind: 'refused' } | { kind: 'too-early'; seconds: number }

/** Who signs in: under which name and from where, both as hashes too. */
type Attempt = { name: string; nameHash: string; addressHash: string; id: number }

/** When to come back where too many wait already, in seconds. */
const fullSeconds = 5

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const inGuessQueue = createGuessQueue()

/**
 * Signs an account in. A name that isn't there is treated like a wrong password in every respect; guesses are slowed down
 * as `signInLimits` says, which no outsider can turn into keeping somebody out.
 *
 * @param client Where the request comes from: its address, kept as a hash, and the network that is in.
 */
export async function signIn(
  db: Database,
  name: string,
  password: string,
  { address, network }: { address: string; network: string },
): Promise<SignIn> {
  const attempt = await countAttempt(db, name, address)
  const { addressHash } = attempt
  const isKnown = await isKnownPlace(db, name, addressHash)
  const failures = await countFailures(db, attempt.id, attempt)
  const seconds = waitBefore(failures, isKnown)
  if (seconds > 0) return tooEarly(db, attempt, seconds)
  const account = await db
    .selectFrom('staff_account')
    .select(['password', 'is_disabled'])
    .where('name', '=', name)
    .executeTakeFirst()
  const isRight = await inGuessQueue({
    network,
    isKnownPlace: isKnown,
    delayMs: delayOf(failures, isKnown),
    check: () => isPassword(password, account?.password),
  })
  if (isRight === undefined) return tooEarly(db, attempt, fullSeconds)
  if (!account || !isRight || account.is_disabled) {
    await recordFailure(db, attempt, failures, account !== undefined)
    return { kind: 'refused' }
  }
  await forgive(db, attempt)
  await rememberPlace(db, name, addressHash)
  await audit(db, { who: name, action: 'signed-in', subject: `account:${name}` })
  return { kind: 'session', id: await beginSession(db, name) }
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

/** An attempt that was not looked at is no failure, and makes nobody wait longer. */
async function tooEarly(db: Database, { id }: Attempt, seconds: number): Promise<SignIn> {
  await db.deleteFrom('login_failure').where('id', '=', id).execute()
  return { kind: 'too-early', seconds }
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
