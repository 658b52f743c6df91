import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import { mask } from '../privacy/mask.ts'
import { returnDisliked } from './return-groups.ts'

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
    await holdQueued(trx, reply)
    const isKept = await keepFeedback(trx, reply, values)
    if (isKept) await markQuestion(trx, reply, helpful)
    return isKept
  })
}

/**
 * Holds the question of a reply where it is not in the log of the console yet: it is entered with this word on its reply, or
 * is there by now. Its conversation first, as wherever both are held.
 */
async function holdQueued(trx: Database, reply: string): Promise<void> {
  await sql`
    select from reply r join turn t on t.id = r.turn join conversation c on c.id = t.conversation
    where r.id = ${reply} for key share of c`.execute(trx)
  await sql`
    select from turn_queue q where q.turn = (select r.turn from reply r where r.id = ${reply}) for update`.execute(trx)
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

/** The console lists questions by what people think of their answers; what staff have answered to no use comes back to them. */
async function markQuestion(trx: Database, reply: string, helpful: boolean): Promise<void> {
  const marked = await trx
    .updateTable('question')
    .set({ helpful })
    .where('turn', '=', ({ selectFrom }) => selectFrom('reply').select('turn').where('id', '=', reply))
    .returning('turn')
    .execute()
  const turns = marked.map(({ turn }) => turn)
  if (!helpful && turns.length > 0) await returnDisliked(trx, turns)
}
