import type { Database } from '../../knowledge/database/schema.ts'
import { audit } from './audit.ts'
import type { Review } from './question-filter.ts'

export type ReviewChange = { review?: Review | undefined; note?: string | undefined }

/**
 * Decides on a question and with it on all that mean the same, those asked later included.
 *
 * @param id Of the question's turn.
 * @returns Whether there is such a question.
 */
export async function reviewQuestion(db: Database, who: string, id: string, change: ReviewChange): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const group = await trx
      .selectFrom('question')
      .innerJoin('question_group', 'question_group.id', 'question.question_group')
      .select(['question_group.id', 'review', 'note'])
      .where('turn', '=', id)
      .executeTakeFirst()
    if (!group) return false
    const after = { review: change.review ?? (group.review as Review), note: change.note ?? group.note }
    await trx
      .updateTable('question_group')
      .set({ ...after, reviewer: who, reviewed_at: new Date() })
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
    return true
  })
}
