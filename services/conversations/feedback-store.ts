import type { Database } from '../../knowledge/database/schema.ts'
import { mask } from '../privacy/mask.ts'

/** What a person thinks of a reply; `comment` as typed. */
export type Feedback = { reply: string; helpful: boolean; comment?: string | undefined }

/**
 * Keeps what a person thinks of a reply, the comment masked; a second word on the same reply replaces the first.
 *
 * @returns Whether there is such a reply.
 */
export async function recordFeedback(db: Database, { reply, helpful, comment }: Feedback): Promise<boolean> {
  const values = { helpful, comment: comment ? mask(comment) : null }
  const row = await db
    .insertInto('feedback')
    .columns(['reply', 'helpful', 'comment'])
    .expression(({ selectFrom, val }) =>
      selectFrom('reply')
        .select(({ ref }) => [
          ref('reply.id').as('reply'),
          val(values.helpful).as('helpful'),
          val(values.comment).as('comment'),
        ])
        .where('reply.id', '=', reply),
    )
    .onConflict((conflict) => conflict.column('reply').doUpdateSet({ ...values, created_at: new Date() }))
    .returning('reply')
    .executeTakeFirst()
  return row !== undefined
}
