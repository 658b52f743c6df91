import type { Chat, Message, MessageEntity, Update } from 'grammy/types'
import type { SentMessage } from './chat-log.ts'
import { type BotApiServer, me } from './bot-api-server.ts'

/** A person in a chat with the bot, or in a group it is a member of. */
export class Person {
  private readonly api: BotApiServer
  readonly id: number
  readonly chat: number
  /** What their Telegram is set to, such as `en`. */
  language: string | undefined

  constructor(api: BotApiServer, id: number, chat = id) {
    this.api = api
    this.id = id
    this.chat = chat
  }

  /** What the bot has sent here, as it stands now. */
  get heard(): SentMessage[] {
    return this.api.chats.in(this.chat)
  }

  get last(): SentMessage {
    return this.heard.at(-1)!
  }

  say(text: string, more: Partial<Message> = {}): Update {
    return this.api.push({ message: this.message({ text, entities: entitiesOf(text), ...more }) })
  }

  /** Sends something that is no text. */
  send(content: Partial<Message>): Update {
    return this.api.push({ message: this.message(content) })
  }

  edit(text: string): Update {
    return this.api.push({
      edited_message: { ...this.message({ text }), edit_date: 1 },
    })
  }

  /** Presses the button that bears this label, on the latest message that has it. */
  press(label: string, message = this.heard.findLast((one) => buttonOf(one, label))): Update {
    const data = message && buttonOf(message, label)
    if (!data) throw new Error(`no button ${label} in: ${this.heard.map(buttonsOf).join(' | ')}`)
    return this.pressData(data, message)
  }

  pressData(data: string, { replyTo: _, ...message }: SentMessage): Update {
    const from = this.from
    return this.api.push({
      callback_query: {
        id: String(Math.random()),
        from,
        chat_instance: '1',
        data,
        message: { ...message, from: me } as Message,
      },
    })
  }

  /** Types after the bot's name in some other chat. */
  inline(query: string): Update {
    return this.api.push({ inline_query: { id: String(Math.random()), from: this.from, query, offset: '' } })
  }

  /** Answers a message of the bot. */
  answer(to: SentMessage, text: string): Update {
    const { replyTo: _, ...message } = to
    return this.say(text, { reply_to_message: { ...message, from: me } as unknown as Message['reply_to_message'] })
  }

  /** Says something and waits for so many messages in return. */
  async ask(text: string, count = 1): Promise<SentMessage[]> {
    const before = this.heard.length
    this.say(text)
    return this.hear(before + count).then((heard) => heard.slice(before))
  }

  /** Waits until the bot has sent so many messages here in all. */
  async hear(count: number): Promise<SentMessage[]> {
    await this.api.until(() => this.heard.length >= count)
    return this.heard
  }

  private get from() {
    const language = this.language === undefined ? {} : { language_code: this.language }
    return { id: this.id, is_bot: false, first_name: '申报人', ...language }
  }

  private message(content: Partial<Message>): Message & Update.NonChannel {
    const chat =
      this.chat < 0
        ? { id: this.chat, type: 'supergroup', title: '群' }
        : { id: this.chat, type: 'private', first_name: '申报人' }
    return {
      message_id: this.api.chats.nextId(),
      date: 1,
      from: this.from,
      chat: chat as Chat,
      ...content,
    } as Message & Update.NonChannel
  }
}

/** The entities Telegram finds in a text by itself: commands and names. */
function entitiesOf(text: string): MessageEntity[] {
  return [...text.matchAll(/\/[a-z]\w*(?:@\w+)?|@\w+/gi)].map(({ index: offset, 0: found }) => ({
    type: found.startsWith('/') ? 'bot_command' : 'mention',
    offset,
    length: found.length,
  }))
}

/** The address that a button opens. */
export const urlOf = (message: SentMessage, label: string): string | undefined => {
  const button = rowsOf(message).find(({ text }) => text === label)
  return button && 'url' in button ? button.url : undefined
}

const rowsOf = ({ reply_markup }: SentMessage) => reply_markup?.inline_keyboard.flat() ?? []
export const buttonsOf = (message: SentMessage): string[] => rowsOf(message).map(({ text }) => text)

function buttonOf(message: SentMessage, label: string): string | undefined {
  const button = rowsOf(message).find(({ text }) => text === label)
  return button && 'callback_data' in button ? button.callback_data : undefined
}
