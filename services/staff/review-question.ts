import type { Database } from '../../knowledge/database/schema.ts'
import { mask } from '../privacy/mask.ts'
import { audit } from './audit.ts'
import type { Review } from './question-filter.ts'

/** `version` of the group that the change was made from. */
export type ReviewChange = { review?: Review | undefined; note?: string | undefined; version: number }

type Decision = { review: Review; note: string; version: number }

/** What became of a decision: taken, or refused since what it was made from has changed. */
export type Decided = { kind: 'decided' } | { kind: 'stale'; stored: Decision; submitted: Omit<Decision, 'version'> }

/**
 * Decides on a question and with it on all that mean the same, those asked later included.
 *
 * @param id Of the question's turn.
 * @returns Undefined where there is no such question.
 */
export async function reviewQuestion(
  db: Database,
  who: string,
  id: string,
  change: ReviewChange,
): Promise<Decided | undefined> {
  return db.transaction().execute(async (trx) => {
    const group = await trx
      .selectFrom('question')
      .innerJoin('question_group', 'question_group.id', 'question.question_group')
      .select(['question_group.id', 'review', 'note', 'version'])
      .where('turn', '=', id)
      .forUpdate('question_group')
      .executeTakeFirst()
    if (!group) return undefined
    const stored = { review: group.review as Review, note: group.note, version: group.version }
    const after = {
      review: change.review ?? stored.review,
      note: change.note === undefined ? stored.note : mask(change.note),
    }
    if (stored.version !== change.version) return { kind: 'stale', stored, submitted: after }
    await trx
      .updateTable('question_group')
      .set({
        ...after,
        reviewer: who,
        reviewed_at: new Date(),
        version: stored.version + 1,
        ...(change.review !== undefined && { returned_because: null, asked_since: 0 }),
      })
      .where('id', '=', group.id)
      .execute()
    // A note may speak of the person: it goes with the questions, and the audit log stays.
    await audit(trx, {
      who,
      action: 'question-reviewed',
      subject: `group:${group.id}`,
      before: { review: group.review },
      after: { review: after.review, ...(change.note !== undefined && { noteChanged: after.note !== group.note }) },
    })
    return { kind: 'decided' }
  })
}
