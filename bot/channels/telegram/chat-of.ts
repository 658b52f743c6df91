import type { Update } from 'grammy/types'

/** The chat an update belongs to, by its number; '' where it belongs to none. */
export function chatOf({ message, edited_message, callback_query, my_chat_member, channel_post }: Update): string {
  const chat = (message ?? edited_message ?? callback_query?.message ?? my_chat_member ?? channel_post)?.chat
  return chat ? String(chat.id) : ''
}
