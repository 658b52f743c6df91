import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { Answer } from '../eligibility/rule.ts'
import { awaitGiven, disputed, stopAwaiting } from '../interview/given.ts'
import { answerKey } from '../interview/standing.ts'
import { changeCheck, type HeldLink } from './links.ts'
import { hashOf, tokenMadeWith } from './link-token.ts'
import { roleOf } from './role.ts'

/** More colleagues than these nobody asks for one check. */
export const mostColleagues = 30

/** Who is asked what, in which language; `id` is chosen with the form, so that a form sent twice asks once. */
export type Asked = { id: string; role: string; facts: readonly FactKey[]; language: Language; today: string }

/**
 * Asks a colleague some questions over a link of their own.
 *
 * @param key What the secrets of links follow from.
 * @returns `nobody` where it does not say who is asked, or what; asked again under its id it is `asked` all the same.
 */
export async function askColleague(
  db: Database,
  owner: HeldLink,
  key: string,
  asked: Asked,
): Promise<'asked' | 'nobody' | 'too-many'> {
  const { id, facts, language, today } = asked
  const role = roleOf(asked.role)
  if (facts.length === 0 || role === '') return 'nobody'
  let outcome: 'asked' | 'too-many' = 'asked'
  await changeCheck(db, owner.code, async (interview, trx) => {
    const { count } = await trx
      .selectFrom('share_link')
      .select(sql<number>`count(*)`.as('count'))
      .where('code', '=', owner.code)
      .where('kind', '=', 'colleague')
      .executeTakeFirstOrThrow()
    if (Number(count) >= mostColleagues) {
      outcome = 'too-many'
      return undefined
    }
    const made = await trx
      .insertInto('share_link')
      .values({
        id,
        code: owner.code,
        token_hash: hashOf(tokenMadeWith(key, { id, renewals: 0 })),
        kind: 'colleague',
        role,
        facts: JSON.stringify(facts),
        language,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (!made.numInsertedOrUpdatedRows) return undefined
    return awaitGiven(interview, facts, { by: id, role, on: today })
  })
  return outcome
}

/** Takes a link back: it leads nowhere any more. What was answered over it stays, what was not is open again. */
export function revokeLink(db: Database, owner: HeldLink, link: string): Promise<boolean> {
  return changeCheck(db, owner.code, async (interview, trx) => {
    const { numUpdatedRows } = await ofColleague(trx, owner, link)
      .set({ revoked_at: sql<Date>`now()` })
      .executeTakeFirstOrThrow()
    return numUpdatedRows > 0n ? stopAwaiting(interview, link) : undefined
  })
}

/** Gives a colleague's link another secret; the one before leads nowhere. A link that nobody used for too long lives again. */
export async function renewLink(db: Database, owner: HeldLink, key: string, link: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('share_link')
      .select('renewals')
      .where('id', '=', link)
      .forUpdate()
      .executeTakeFirst()
    if (!row) return
    const renewals = row.renewals + 1
    await ofColleague(trx, owner, link)
      .set({ token_hash: hashOf(tokenMadeWith(key, { id: link, renewals })), renewals, used_at: sql<Date>`now()` })
      .execute()
  })
}

const ofColleague = (db: Database, owner: HeldLink, link: string) =>
  db
    .updateTable('share_link')
    .where('id', '=', link)
    .where('code', '=', owner.code)
    .where('kind', '=', 'colleague')
    .where('revoked_at', 'is', null)

/** Settles a fact of which different things were said: one of them counts from now on. */
export function settleFact(db: Database, owner: HeldLink, fact: FactKey, answer: Answer): Promise<boolean> {
  return changeCheck(db, owner.code, async (interview, trx) => {
    await dropWord(trx, owner.code)
    const side = disputed(interview, fact).find((one) => one.answer === answer)
    return side && answerKey(interview, fact, side.answer, side.said)
  })
}

/** Whoever settles knows that all is in: what waits to say so, and what there is to settle, is not said any more. */
const dropWord = (trx: Database, code: string) =>
  trx
    .updateTable('delivery')
    .set({ state: 'sent', done_at: new Date(), due_at: null, reply: null })
    .where('state', '=', 'waiting')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('subscription')
          .select('subscription.id')
          .whereRef('subscription.id', '=', 'delivery.subscription')
          .where('what', '=', 'colleagues')
          .where('subject', '=', code),
      ),
    )
    .execute()
