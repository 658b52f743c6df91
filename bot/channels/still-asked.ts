import type { Database } from '../../knowledge/database/schema.ts'
import { findLastReply } from '../../services/conversations/find-last-reply.ts'

/** Whether a question of an interview is the one that is open: what was shown for another one is no answer to it. */
export async function isStillAsked(
  db: Database,
  conversation: string | undefined,
  asks: { programme: string; key: string },
): Promise<boolean> {
  if (conversation === undefined) return false
  const last = await findLastReply(db, conversation, ['question', 'summary', 'assessment'])
  return last?.asks?.programme === asks.programme && last.asks.key === asks.key
}
