import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'

/** How often people ask what staff won't deal with before it is shown to them again. */
const asksOfDismissed = 5

/** Closed groups that have lost the answer in use go back to the queue: its questions wait again. */
export async function returnUnsettled(trx: Database, group: number): Promise<void> {
  await trx
    .updateTable('question_group')
    .set({ review: 'new', returned_because: words.returned.takenAway, version: sql`version + 1` })
    .where('id', '=', group)
    .where('review', '!=', 'new')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('faq').select('id').where('question_group', '=', group).where('state', '=', 'published'))),
    )
    .execute()
}

/** What staff have settled goes back to the queue where somebody who asked it afterwards didn't find the answer helpful. */
export async function returnDisliked(trx: Database, turns: readonly string[]): Promise<void> {
  await sql`
    update question_group g set review = 'new', returned_because = ${words.returned.disliked}, version = g.version + 1
    from question q
    where q.turn = any(${[...turns]}::text[]) and g.id = q.question_group and q.helpful = false
      and q.created_at > g.reviewed_at and (g.review = 'reviewed' or (g.review = 'dismissed' and q.faq is not null))`.execute(
    trx,
  )
}

/**
 * Counts what was asked again after staff had closed it. What they have settled goes back to the queue once it isn't answered, or
 * not with the answer they have written; what they won't deal with, when many ask it.
 */
export async function countAskedAgain(
  trx: Database,
  turns: readonly string[],
  unanswered: readonly string[],
): Promise<void> {
  const { returned } = words
  await sql`
    update question_group g set asked_since = g.asked_since + again.asked,
      review = case when again.because is null then g.review else 'new' end,
      returned_because = coalesce(again.because, g.returned_because),
      version = g.version + case when again.because is null then 0 else 1 end
    from (
      select closed.id, count(*)::integer as asked, case
        when closed.review = 'dismissed' then
          case when closed.asked_since + count(*) >= ${asksOfDismissed} then ${returned.askedOften(asksOfDismissed)} end
        when bool_or(q.status = any(${[...unanswered]}::text[])) then ${returned.unanswered}
        when bool_or(q.faq is null and exists (
          select from faq f where f.question_group = closed.id and f.state = 'published')) then ${returned.passedOver}
      end as because
      from question_group closed join question q on q.question_group = closed.id
      where q.turn = any(${[...turns]}::text[]) and closed.review <> 'new' and q.created_at > closed.reviewed_at
      group by closed.id
    ) again
    where g.id = again.id`.execute(trx)
}
