import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import { type Checked, checkCredentials, type Credentials, type From } from './check-credentials.ts'
import { beginSession } from './sessions.ts'

export type SignIn = { kind: 'session'; id: string } | Exclude<Checked, { kind: 'right' }>

/** Signs an account in by its password, and its one-time code where it has a second factor. */
export async function signIn(db: Database, given: Credentials, from: From): Promise<SignIn> {
  const checked = await checkCredentials(db, given, from)
  if (checked.kind !== 'right') return checked
  await audit(db, { who: given.name, action: 'signed-in', subject: `account:${given.name}` })
  return { kind: 'session', id: await beginSession(db, given.name) }
}
