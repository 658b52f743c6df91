import type { Database } from '../../knowledge/database/schema.ts'
import type { Reply } from '../reply.ts'

export type ConversationTurn = { id: string; text: string; status: string; at: Date; replies: Reply[] }

/** Turns shown before and after the one that is looked at. */
const around = 20

/** A conversation as it went, around one of its turns. */
export async function readConversation(db: Database, conversation: string, turn: string): Promise<ConversationTurn[]> {
  const place = await db.selectFrom('turn').select('ordinal').where('id', '=', turn).executeTakeFirst()
  const ordinal = place?.ordinal ?? 0
  const turns = await db
    .selectFrom('turn')
    .select(['id', 'text', 'status', 'created_at'])
    .where('conversation', '=', conversation)
    .where('ordinal', '>=', ordinal - around)
    .where('ordinal', '<=', ordinal + around)
    .orderBy('ordinal')
    .execute()
  if (turns.length === 0) return []
  const ids = turns.map(({ id }) => id)
  const replies = await db
    .selectFrom('reply')
    .select(['turn', 'body'])
    .where('turn', 'in', ids)
    .orderBy('ordinal')
    .execute()
  return turns.map(({ id, text, status, created_at: at }) => {
    const own = replies.filter((reply) => reply.turn === id).map(({ body }) => body as Reply)
    return { id, text, status, at, replies: own }
  })
}
