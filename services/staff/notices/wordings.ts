import { tellChange } from '../../../knowledge/database/changes.ts'
import type { Database } from '../../../knowledge/database/schema.ts'
import { approveStatements, listStatements, withdrawApprovals } from '../../../knowledge/indexing/store-statements.ts'
import { wordStatement } from '../../../knowledge/statements/word-statement.ts'
import { audit } from '../audit.ts'
import { noticeSubject } from './publish-draft.ts'

/** A sentence that may be said in place of a clause's own words, once somebody has read it. */
export type Wording = { id: string; clause: string; text: string; isApproved: boolean }

/** Ids of wordings that may be said from now on, or no more. */
export type WordingChange = { approve: string[]; withdraw: string[] }

/** Every sentence that a notice's clauses would be told in, in its order. */
export const listWordings = async (db: Database, notice: string): Promise<Wording[]> =>
  (await listStatements(db, notice)).map(({ statement, isApproved }) => {
    const { id, clause } = statement
    return { id, clause, text: wordStatement(statement, 'zh'), isApproved }
  })

/** @returns How many wordings it changed. */
export async function changeWordings(
  db: Database,
  who: string,
  notice: string,
  { approve, withdraw }: WordingChange,
): Promise<number> {
  const count = await db.transaction().execute(async (trx) => {
    const before = await listWordings(trx, notice)
    const changed = (await approveStatements(trx, notice, approve)) + (await withdrawApprovals(trx, notice, withdraw))
    const textsOf = (ids: string[]) => before.filter(({ id }) => ids.includes(id)).map(({ text }) => text)
    const after = { approved: textsOf(approve), withdrawn: textsOf(withdraw) }
    if (changed > 0) await audit(trx, { who, action: 'notice-worded', subject: noticeSubject(notice), after })
    return changed
  })
  tellChange(db, 'statement')
  return count
}
