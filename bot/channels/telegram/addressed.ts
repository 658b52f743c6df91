import type { Chat, Message, MessageEntity, UserFromGetMe } from 'grammy/types'
import { readDeepLink } from '../deep-link.ts'
import { telegramTexts as texts } from '../../../prompts/telegram-texts.ts'

const ownCommands = new Set<string>(texts.commands.map(({ command }) => command))

export const isPrivate = (chat: Chat): boolean => chat.type === 'private'

/**
 * What a message wants answered: its text without the bot's name; undefined where it is not meant for the bot. In a group
 * it is meant where it names the bot, answers the bot, or is a command that no other bot is named for.
 */
export function addressedText(message: Message, me: UserFromGetMe): string | undefined {
  const text = message.text ?? message.caption ?? ''
  if (!isAddressed(message, me)) return undefined
  const named = entitiesOf(message).filter((entity) => isName(text, entity, me))
  const bare = named
    .toReversed()
    .reduce((rest, { offset, length }) => rest.slice(0, offset) + rest.slice(offset + length), text)
  return linked(bare.trim()) ?? (bare.trim() || '/help')
}

/** What a link such as t.me/BOT?start=check_ID stands for, or a QR code. */
function linked(text: string): string | undefined {
  const payload = /^\/start(?:@\w+)?\s+(\S+)$/.exec(text)?.[1]
  return payload === undefined ? undefined : readDeepLink(payload)
}

export function isAddressed(message: Message, me: UserFromGetMe): boolean {
  // Two bots that answer each other would never end; an administrator who speaks for a group looks like one.
  if (message.from?.is_bot && !message.sender_chat) return false
  if (isPrivate(message.chat)) return true
  const text = message.text ?? message.caption ?? ''
  const [command, bot] = commandOf(text, entitiesOf(message))
  if (bot !== undefined) return bot === me.username.toLowerCase()
  if (command !== undefined && ownCommands.has(command)) return true
  return message.reply_to_message?.from?.id === me.id || entitiesOf(message).some((entity) => isName(text, entity, me))
}

const entitiesOf = ({ entities, caption_entities }: Message): MessageEntity[] => entities ?? caption_entities ?? []

/** The command a text begins with, and the bot it names, both in small letters. */
function commandOf(text: string, entities: MessageEntity[]): (string | undefined)[] {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0)
  return entity ? text.slice(1, entity.length).toLowerCase().split('@') : []
}

function isName(text: string, entity: MessageEntity, me: UserFromGetMe): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id
  const words = text.slice(entity.offset, entity.offset + entity.length)
  return entity.type === 'mention' && words.toLowerCase() === `@${me.username.toLowerCase()}`
}
