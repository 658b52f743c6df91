import type { Database } from '../../knowledge/database/schema.ts'
import { mask } from '../privacy/mask.ts'
import { audit } from './audit.ts'
import type { Review } from './question-filter.ts'
import { possibleAssignees, tidyTags } from './tags.ts'

/** What staff say of a group of questions. `assignee` is the account that looks after it; null where nobody does. */
export type Decision = { review: Review; note: string; tags: string[]; assignee: string | null }

/** What is left out stays as it is. `version` of the group that the change was made from. */
export type ReviewChange = { [Part in keyof Decision]?: Decision[Part] | undefined } & { version: number }

/** What became of a decision: taken, or refused since what it was made from has changed, or since it is assigned to nobody there. */
export type Decided =
  | { kind: 'decided' }
  | { kind: 'stale'; stored: Decision & { version: number }; submitted: Decision }
  | { kind: 'unknown-assignee' }

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
      .select(['question_group.id', 'review', 'note', 'tags', 'assignee', 'version'])
      .where('turn', '=', id)
      .forUpdate('question_group')
      .executeTakeFirst()
    if (!group) return undefined
    const { version, ...rest } = group
    const before: Decision = {
      review: rest.review as Review,
      note: rest.note,
      tags: rest.tags,
      assignee: rest.assignee,
    }
    const after = changed(before, change)
    if (version !== change.version) return { kind: 'stale', stored: { ...before, version }, submitted: after }
    if (!(await mayBeAssigned(trx, before, after))) return { kind: 'unknown-assignee' }
    await trx
      .updateTable('question_group')
      .set({
        ...after,
        version: version + 1,
        ...(change.review !== undefined && {
          reviewer: who,
          reviewed_at: new Date(),
          returned_because: null,
          asked_since: 0,
        }),
      })
      .where('id', '=', group.id)
      .execute()
    await audit(trx, { who, action: actionOf(change), subject: groupSubject(group.id), ...told(before, after) })
    return { kind: 'decided' }
  })
}

/** The name of a group in the audit log. */
export const groupSubject = (id: number): string => `group:${id}`

const changed = (before: Decision, { review, note, tags, assignee }: ReviewChange): Decision => ({
  review: review ?? before.review,
  note: note === undefined ? before.note : mask(note),
  tags: tags === undefined ? before.tags : tidyTags(tags),
  assignee: assignee === undefined ? before.assignee : assignee,
})

async function mayBeAssigned(trx: Database, before: Decision, { assignee }: Decision): Promise<boolean> {
  if (assignee === null || assignee === before.assignee) return true
  return (await possibleAssignees(trx)).includes(assignee)
}

function actionOf({ review, note, assignee }: ReviewChange): string {
  if (review !== undefined || note !== undefined) return 'question-reviewed'
  return assignee === undefined ? 'question-tagged' : 'question-assigned'
}

/** What the audit log keeps of a change. A note may speak of the person: it goes with the questions, and the log stays. */
function told({ note: was, ...before }: Decision, { note, ...after }: Decision) {
  return { before, after: { ...after, ...(note !== was && { noteChanged: true }) } }
}
