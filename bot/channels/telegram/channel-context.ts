import type { Context, Filter } from 'grammy'
import type { FastifyBaseLogger } from 'fastify'
import type { Database } from '../../../knowledge/database/schema.ts'
import type { ChatKey } from '../../../services/telegram/chats.ts'
import type { AppServices } from '../../app-services.ts'
import { isPrivate } from './addressed.ts'
import type { Counting } from './counting.ts'
import type { Inbox } from './open-inbox.ts'
import type { Place } from './place.ts'
import type { Row } from './work-inbox.ts'

/** grammY's context with the row of the inbox it was made of. */
export type ChannelContext = Context & { row: Row }
export type PressContext = Filter<ChannelContext, 'callback_query:data'>

/** What the channel needs of the house. */
export type TelegramServices = Pick<
  AppServices,
  'conversation' | 'downloads' | 'feedback' | 'notices' | 'search' | 'lengths'
>

/** What the handlers need of the house. */
export type Desk = {
  db: Database
  /** The bot's number, which its token begins with. */
  bot: string
  services: TelegramServices
  inbox: Pick<Inbox, 'noteSent'>
  /** Under which people reach the notices' pages; without it answers have no links to them. */
  origin: string | undefined
  log: Pick<FastifyBaseLogger, 'warn' | 'error'>
  counting: Counting
  /** Lets so many turns be taken at a time. */
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>
  /** How long nothing is shown of an answer under way, and how often a sign of it then, in milliseconds. */
  pace: { typingMs: number; quietMs: number }
}

export const chatKey = ({ bot }: Pick<Desk, 'bot'>, { row }: ChannelContext): ChatKey => ({ bot, chat: row.chat })

/** The turn that an update is. */
export const turnId = ({ bot }: Pick<Desk, 'bot'>, { row }: ChannelContext): string => `telegram-${bot}-${row.id}`

/** The chat as Telegram's calls name it. */
export const chatIdOf = ({ row }: ChannelContext): number => Number(row.chat)

/** How replies to an update are shown: in a group the buttons are for the one who asked. */
export function placeFor({ origin }: Pick<Desk, 'origin'>, { me, chat, from }: ChannelContext): Place {
  const isShared = chat !== undefined && !isPrivate(chat)
  return { origin, bot: me.username, ...(isShared && from && { asker: from.id }) }
}

/** In which thread, and in answer to what, a message is sent: in groups and for what was edited, people see which one it was. */
export function placeOf({ msg, chat, editedMessage }: ChannelContext) {
  const isShown = chat?.type !== 'private' || editedMessage !== undefined
  return {
    ...(msg?.is_topic_message && { message_thread_id: msg.message_thread_id }),
    ...(msg && isShown && { reply_parameters: { message_id: msg.message_id, allow_sending_without_reply: true } }),
  }
}
