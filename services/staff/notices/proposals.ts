import type { Database } from '../../../knowledge/database/schema.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { isHeld, nothingSpoken, type Spoken } from '../../../knowledge/parsing/spoken.ts'
import type { Proposed } from '../../model/propose-spoken.ts'
import type { Proposal } from '../../model/proposed.ts'

/** A proposal that waits for staff, with the model that made it. */
export type Waiting = { id: number; proposal: Proposal; model: string }

/** Keeps what a model proposes for a draft, in place of what it proposed before. @returns False where there is no such draft. */
export async function keepProposals(db: Database, draft: string, { model, promptHash, proposals }: Proposed) {
  return db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('notice_draft').select('id').where('id', '=', draft).forUpdate().executeTakeFirst()
    if (!row) return false
    await trx.deleteFrom('notice_proposal').where('draft', '=', draft).execute()
    const rows = proposals.map((one) => ({ draft, body: JSON.stringify(one), model, prompt_hash: promptHash }))
    if (rows.length > 0) await trx.insertInto('notice_proposal').values(rows).execute()
    return true
  })
}

/** What waits for staff, but for what the notice says by now or no longer holds. */
export async function listProposals(db: Database, draft: string, notice: Notice): Promise<Waiting[]> {
  const rows = await db.selectFrom('notice_proposal').selectAll().where('draft', '=', draft).orderBy('id').execute()
  return rows
    .map(({ id, body, model }) => ({ id, proposal: body as Proposal, model }))
    .filter(({ proposal }) => isOpen(proposal, notice))
}

function isOpen(proposal: Proposal, { source, spoken = nothingSpoken }: Notice): boolean {
  switch (proposal.kind) {
    case 'name':
      return !spoken.names.includes(proposal.name)
    case 'equivalent':
      return !spoken.equivalents.some(({ said }) => said === proposal.said)
    case 'question':
      return isHeld(source, proposal.quote) && !spoken.questions.some(({ question }) => question === proposal.question)
  }
}

/** What is said of a notice once a proposal is taken. */
export function withProposal(spoken: Spoken = nothingSpoken, proposal: Proposal): Spoken {
  switch (proposal.kind) {
    case 'name':
      return { ...spoken, names: [...spoken.names, proposal.name] }
    case 'equivalent':
      return { ...spoken, equivalents: [...spoken.equivalents, { said: proposal.said, written: proposal.written }] }
    case 'question': {
      const { question, quote } = proposal
      return { ...spoken, questions: [...spoken.questions, { question, quote }] }
    }
  }
}

/** Lets a proposal go, taken or refused. @returns Whether it was there. */
export async function dropProposal(db: Database, draft: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('notice_proposal')
    .where('draft', '=', draft)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
