import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Reply, ReplyKind } from '../reply.ts'

/** The last reply of a conversation that is of one of these kinds. */
export async function findLastReply(
  db: Database,
  conversation: string,
  kinds: ReplyKind[],
): Promise<Reply | undefined> {
  const row = await db
    .selectFrom('reply')
    .innerJoin('turn', 'turn.id', 'reply.turn')
    .select('reply.body')
    .where('turn.conversation', '=', conversation)
    .where(sql<string>`reply.body->>'kind'`, 'in', kinds)
    .orderBy('turn.ordinal', 'desc')
    .orderBy('reply.ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (row.body as Reply)
}
