import type { Database } from '../../../knowledge/database/schema.ts'
import { findLastReply } from '../../../services/conversations/find-last-reply.ts'
import { replyKinds } from '../../../services/reply.ts'
import type { ChannelContext } from './channel-context.ts'
import { type Language, languageOfReply, languageOfSender } from './language.ts'

/** The language in which a chat was answered last; before that the one that the sender's Telegram is set to. */
export async function languageOfChat(
  db: Database,
  conversation: string | undefined,
  ctx: Pick<ChannelContext, 'from'>,
): Promise<Language> {
  const last = conversation === undefined ? undefined : await findLastReply(db, conversation, [...replyKinds])
  return last ? languageOfReply(last) : (languageOfSender(ctx) ?? 'zh')
}
