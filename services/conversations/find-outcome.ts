import { type ExpressionBuilder, sql } from 'kysely'
import type { Database, Schema } from '../../knowledge/database/schema.ts'
import type { Reply } from '../reply.ts'

/** For how many hours the first message of a conversation can be sent again without naming the conversation. */
const firstRetryHours = 24

type Sent = { id: string; fingerprint?: string | undefined }

/**
 * What a turn led to, as it was kept; undefined for an id that was not taken before.
 *
 * @param sent With a fingerprint, which goes with an id that the sender chose, it must be the turn that was taken. One that
 *   began its conversation is given for `firstRetryHours`, and only until the conversation goes on: whoever goes on with it
 *   has the outcome, and anybody else would learn by it which conversation that is.
 * @returns `'refused'` where the id was used and the sender can't have the outcome.
 */
export async function findOutcome(
  db: Database,
  { id, fingerprint }: Sent,
): Promise<{ conversation: string; replies: Reply[] } | 'refused' | undefined> {
  const rows = await db
    .selectFrom('turn')
    .leftJoin('reply', 'reply.turn', 'turn.id')
    .select((on) => ['turn.conversation', 'turn.fingerprint', 'reply.body', isOver(on).as('isOver')])
    .where('turn.id', '=', id)
    .orderBy('reply.ordinal')
    .execute()
  const [first] = rows
  if (!first) return undefined
  if (fingerprint !== undefined && (first.fingerprint !== fingerprint || first.isOver)) return 'refused'
  const replies = rows.map(({ body }) => body as Reply | null).filter((body) => body !== null)
  return { conversation: first.conversation, replies }
}

/** Whether a turn began its conversation, and that was too long ago or has gone on. */
function isOver({ eb, exists, selectFrom }: ExpressionBuilder<Schema, 'turn'>) {
  const later = selectFrom('turn as later')
    .select('later.id')
    .whereRef('later.conversation', '=', 'turn.conversation')
    .whereRef('later.ordinal', '>', 'turn.ordinal')
  const isOld = eb('turn.created_at', '<', sql<Date>`now() - make_interval(hours => ${firstRetryHours})`)
  return eb('turn.ordinal', '=', 0).and(exists(later).or(isOld))
}
