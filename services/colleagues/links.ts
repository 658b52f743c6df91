import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import type { Interview } from '../conversations/interview.ts'
import { codeLivesDays } from '../conversations/shared-interviews.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import { hashOf, isHashOf, newToken } from './link-token.ts'

/** How many of the owner's links are kept; each device that asks has its own. */
const mostOwnerLinks = 5

/** A link with the check that it leads to, as it stands; `language` is the one that its page is first shown in. */
export type HeldLink = {
  id: string
  code: string
  role: string
  facts: FactKey[]
  language: Language
  interview: Interview
}

/** Why a link leads nowhere: it was taken back, nobody used it for too long, or there is none such, or no more. */
export type Gone = { gone: 'revoked' | 'expired' | 'unknown'; language?: Language }

export const isGone = (found: object): found is Gone => 'gone' in found

/** Whether nobody has used a link for too long. */
export const isOld = sql<boolean>`share_link.used_at < now() - make_interval(days => ${codeLivesDays})`

/** What a secret leads to; that it was looked at counts as use, of the check too. */
export async function findLink(db: Database, kind: 'owner' | 'colleague', token: string): Promise<HeldLink | Gone> {
  const row = await db
    .selectFrom('share_link')
    .innerJoin('shared_interview', 'shared_interview.code', 'share_link.code')
    .select(['id', 'share_link.code', 'role', 'facts', 'language', 'token_hash', 'revoked_at', 'interview'])
    .select(isOld.as('isOld'))
    .where('token_hash', '=', hashOf(token))
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row || !isHashOf(row.token_hash, token)) return { gone: 'unknown' }
  const { id, code, role, facts, language, interview } = row
  if (row.revoked_at) return { gone: 'revoked', language }
  if (row.isOld) return { gone: 'expired', language }
  await noteUse(db, id, code)
  return { id, code, role, facts, language, interview: interview as Interview }
}

/** Once an hour is often enough. */
async function noteUse(db: Database, id: string, code: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('share_link')
    .set({ used_at: sql<Date>`now()` })
    .where('id', '=', id)
    .where('used_at', '<', sql<Date>`now() - interval '1 hour'`)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n)
    await db
      .updateTable('shared_interview')
      .set({ updated_at: sql<Date>`now()` })
      .where('code', '=', code)
      .execute()
}

/** Makes a link under which the person who holds a check sees and settles all; its secret is kept nowhere. */
export async function openOwnerLink(db: Database, code: string, language: Language): Promise<string> {
  const token = newToken()
  const id = hashOf(newToken()).slice(0, 32)
  await db
    .insertInto('share_link')
    .values({ id, code, token_hash: hashOf(token), kind: 'owner', role: '', facts: '[]', language })
    .execute()
  await sql`
    delete from share_link where kind = 'owner' and code = ${code} and id not in (
      select id from share_link where kind = 'owner' and code = ${code}
      order by used_at desc, created_at desc limit ${mostOwnerLinks})`.execute(db)
  return token
}

/**
 * Changes a check under its code, as if between two turns: one that was answered from what stood before is answered anew.
 *
 * @param change Gets the check as it stands, held until the transaction ends; undefined leaves all as it is.
 * @returns Whether it was there and was changed.
 */
export function changeCheck(
  db: Database,
  code: string,
  change: (interview: Interview, trx: Database) => Promise<Interview | undefined>,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('shared_interview')
      .select('interview')
      .where('code', '=', code)
      .forUpdate()
      .executeTakeFirst()
    const next = row && (await change(row.interview as Interview, trx))
    if (!next) return false
    await trx
      .updateTable('shared_interview')
      .set({ interview: JSON.stringify(next), version: sql`version + 1`, updated_at: sql<Date>`now()` })
      .where('code', '=', code)
      .execute()
    return true
  })
}
