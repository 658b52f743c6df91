import { isDeepStrictEqual } from 'node:util'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { Answer } from '../eligibility/rule.ts'
import { takeGiven } from '../interview/given.ts'
import { mask } from '../privacy/mask.ts'
import { changeCheck, type HeldLink } from './links.ts'

/** The longest remark, in characters. */
export const longestRemark = 200

/** What a colleague says to one question; null is 不清楚. `today` is YYYY-MM-DD. */
export type Said = { fact: FactKey; answer: Answer; said?: Approximate | undefined; remark: string; today: string }

/**
 * Keeps what a colleague says, and has it count in the check at once; said again it counts no other way than before.
 *
 * @returns False where the link was taken back meanwhile, or the question is none of theirs.
 */
export async function takeAnswer(db: Database, link: HeldLink, given: Said): Promise<boolean> {
  const { fact, answer, said, today } = given
  const remark = mask(given.remark.trim())
  if (!link.facts.includes(fact)) return false
  return changeCheck(db, link.code, async (interview, trx) => {
    const live = await trx
      .selectFrom('share_link')
      .select('id')
      .where('id', '=', link.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst()
    if (!live) return undefined
    const before = await trx
      .selectFrom('colleague_answer')
      .select(['answer', 'said'])
      .where('link', '=', link.id)
      .where('fact', '=', fact)
      .executeTakeFirst()
    const kept = { answer: JSON.stringify(answer), said: said ? JSON.stringify(said) : null, remark, given_on: today }
    await trx
      .insertInto('colleague_answer')
      .values({ link: link.id, fact, ...kept })
      .onConflict((conflict) => conflict.columns(['link', 'fact']).doUpdateSet(kept))
      .execute()
    const isSame = before !== undefined && before.answer === answer && isDeepStrictEqual(before.said, said ?? null)
    if (isSame) return interview
    return takeGiven(interview, fact, { by: link.id, role: link.role, on: today, answer, ...(said && { said }) })
  })
}
