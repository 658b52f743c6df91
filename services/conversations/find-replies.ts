import type { Database } from '../../knowledge/database/schema.ts'
import type { Reply } from '../reply.ts'

/** The replies of a turn in order; none where there is no such turn any more. */
export async function findReplies(db: Database, turn: string): Promise<Reply[]> {
  const rows = await db.selectFrom('reply').select('body').where('turn', '=', turn).orderBy('ordinal').execute()
  return rows.map(({ body }) => body as Reply)
}

/** The turn that a reply was given in. */
export async function findTurnOf(db: Database, reply: string): Promise<string | undefined> {
  const row = await db.selectFrom('reply').select('turn').where('id', '=', reply).executeTakeFirst()
  return row?.turn
}
