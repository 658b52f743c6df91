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
  return db.transaction().execute(async (trx) => {
    const isKept = await keepFeedback(trx, reply, values)
    if (isKept) await markQuestion(trx, reply, helpful)
    return isKept
  })
}

type Values = { helpful: boolean; comment: string | null }

async function keepFeedback(trx: Database, reply: string, values: Values): Promise<boolean> {
  const row = await trx
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

/** The console lists questions by what people think of their answers. */
async function markQuestion(trx: Database, reply: string, helpful: boolean): Promise<void> {
  await trx
    .updateTable('question')
    .set({ helpful })
    .where('turn', '=', ({ selectFrom }) => selectFrom('reply').select('turn').where('id', '=', reply))
    .execute()
}
