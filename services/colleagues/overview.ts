import type { Database } from '../../knowledge/database/schema.ts'
import type { Approximate } from '../eligibility/approximate.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { Answer } from '../eligibility/rule.ts'
import { hashOf, tokenMadeWith } from './link-token.ts'
import { isOld } from './links.ts'

/** What one colleague has answered; `on` is a day, YYYY-MM-DD. */
export type ColleagueAnswer = { fact: FactKey; answer: Answer; said?: Approximate; remark: string; on: string }

/** A colleague who was asked; `token` is the secret of the link, where it follows from the key given. */
export type Colleague = {
  id: string
  role: string
  facts: FactKey[]
  answers: ColleagueAnswer[]
  state: 'open' | 'revoked' | 'expired'
  token?: string
}

/** Everybody who was asked for a check, in the order in which they were. */
export async function colleaguesOf(db: Database, code: string, key: string): Promise<Colleague[]> {
  const rows = await db
    .selectFrom('share_link')
    .select(['id', 'role', 'facts', 'renewals', 'token_hash', 'revoked_at'])
    .select(isOld.as('isOld'))
    .where('code', '=', code)
    .where('kind', '=', 'colleague')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const answers = await answersOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, role, facts, renewals, token_hash: hash, revoked_at: revoked, isOld: isExpired }) => {
    const token = tokenMadeWith(key, { id, renewals })
    const state = revoked ? 'revoked' : isExpired ? 'expired' : 'open'
    return {
      id,
      role,
      facts,
      answers: answers.get(id) ?? [],
      state,
      ...(state === 'open' && hash === hashOf(token) && { token }),
    }
  })
}

/** What was answered over some links, by link. */
export async function answersOf(db: Database, links: readonly string[]): Promise<Map<string, ColleagueAnswer[]>> {
  if (links.length === 0) return new Map()
  const rows = await db.selectFrom('colleague_answer').selectAll().where('link', 'in', links).execute()
  return Map.groupBy(
    rows.map(({ link, fact, answer, said, remark, given_on: on }) => ({
      link,
      fact,
      answer: answer as Answer,
      ...(said !== null && { said: said as Approximate }),
      remark,
      on,
    })),
    ({ link }) => link,
  )
}
