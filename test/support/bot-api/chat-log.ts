import type { InlineKeyboardButton, InlineKeyboardMarkup, InlineQueryResultArticle, MessageEntity } from 'grammy/types'
import { parseHtml } from './parse-html.ts'
import { badRequest, Refusal } from './refusal.ts'

/** What a call brings: JSON, or the fields of a form with its file. */
export type Payload = Record<string, unknown>

/** A message of the bot as it stands in a chat now. */
export type SentMessage = {
  message_id: number
  date: number
  chat: { id: number; type: string }
  text: string
  entities: MessageEntity[]
  reply_markup?: InlineKeyboardMarkup
  /** The message it answers. */
  replyTo?: number
  document?: { file_name: string; size: number }
}

const mostUnits = 4096
const textOf = (payload: Payload): string => (typeof payload.text === 'string' ? payload.text : '')
const jsonOf = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value)

/** The chats of a bot: takes its calls, refuses what Telegram refuses, keeps what people then see. */
export class ChatLog {
  readonly messages: SentMessage[] = []
  /** Chats whose people have blocked the bot. */
  readonly blocked = new Set<number>()
  private lastId = 1_000

  nextId(): number {
    return (this.lastId += 1)
  }

  in(chat: number): SentMessage[] {
    return this.messages.filter((message) => message.chat.id === chat)
  }

  sendMessage(payload: Payload): SentMessage {
    return this.keep(payload, contentOf(payload))
  }

  sendDocument(payload: Payload): SentMessage {
    const file = payload.document
    if (!(file instanceof File)) throw badRequest('there is no document in the request')
    return this.keep(payload, { text: '', entities: [], document: { file_name: file.name, size: file.size } })
  }

  sendMediaGroup(payload: Payload): SentMessage[] {
    const media = jsonOf(payload.media) as { type: string; media: string }[]
    if (media.length < 2 || media.length > 10) throw badRequest('group must have 2-10 items')
    return media.map(({ media: place }) => {
      const file = payload[place.slice('attach://'.length)]
      if (!(file instanceof File)) throw badRequest('wrong file identifier')
      return this.keep(payload, { text: '', entities: [], document: { file_name: file.name, size: file.size } })
    })
  }

  /** What was answered to what people type after the bot's name elsewhere. */
  readonly inline: { query: string; results: InlineQueryResultArticle[] }[] = []

  answerInlineQuery({ inline_query_id, results }: Payload): true {
    const given = jsonOf(results) as InlineQueryResultArticle[]
    if (given.length > 50) throw badRequest('RESULTS_TOO_MUCH')
    for (const { input_message_content } of given)
      contentOf({ ...input_message_content, text: (input_message_content as { message_text: string }).message_text })
    this.inline.push({ query: String(inline_query_id), results: given })
    return true
  }

  editMessageText(payload: Payload): SentMessage {
    const message = this.find(payload)
    return this.change(message, { ...contentOf(payload), ...markupOf(payload) })
  }

  editMessageReplyMarkup(payload: Payload): SentMessage {
    return this.change(this.find(payload), markupOf(payload))
  }

  private change(message: SentMessage, { reply_markup, ...content }: Partial<SentMessage>): SentMessage {
    const changed = { ...message, ...content, ...(reply_markup && { reply_markup }) }
    if (!reply_markup) delete changed.reply_markup
    if (JSON.stringify(changed) === JSON.stringify(message)) {
      throw badRequest('message is not modified: specified new message content and reply markup are exactly the same')
    }
    this.messages[this.messages.indexOf(message)] = changed
    return changed
  }

  private keep(payload: Payload, content: Pick<SentMessage, 'text' | 'entities' | 'document'>): SentMessage {
    const id = this.chatOf(payload)
    const reply = jsonOf(payload.reply_parameters) as { message_id: number } | undefined
    const message: SentMessage = {
      message_id: this.nextId(),
      date: Math.floor(Date.now() / 1000),
      chat: { id, type: id < 0 ? 'supergroup' : 'private' },
      ...content,
      ...markupOf(payload),
      ...(reply && { replyTo: reply.message_id }),
    }
    this.messages.push(message)
    return message
  }

  private chatOf({ chat_id }: Payload): number {
    const chat = Number(chat_id)
    if (!Number.isInteger(chat) || chat === 0) throw badRequest('chat not found')
    if (this.blocked.has(chat)) throw new Refusal(403, 'Forbidden: bot was blocked by the user')
    return chat
  }

  private find(payload: Payload): SentMessage {
    const chat = this.chatOf(payload)
    const message = this.in(chat).find(({ message_id }) => message_id === Number(payload.message_id))
    if (!message) throw badRequest('message to edit not found')
    return message
  }
}

function contentOf(payload: Payload): Pick<SentMessage, 'text' | 'entities'> {
  const raw = textOf(payload)
  const parsed = payload.parse_mode === 'HTML' ? parseHtml(raw) : { text: raw, entities: [] }
  if (parsed.text.trim() === '') throw badRequest('message text is empty')
  if (parsed.text.length > mostUnits) throw badRequest('message is too long')
  if (!parsed.text.isWellFormed()) throw badRequest('strings must be encoded in UTF-8')
  return parsed
}

function markupOf({ reply_markup }: Payload): Pick<SentMessage, 'reply_markup'> {
  const markup = jsonOf(reply_markup) as InlineKeyboardMarkup | undefined
  if (!markup?.inline_keyboard?.length) return {}
  const buttons = markup.inline_keyboard.flat()
  if (buttons.length > 100) throw badRequest('reply markup is too long')
  buttons.forEach(checkButton)
  return { reply_markup: markup }
}

function checkButton(button: InlineKeyboardButton): void {
  if (button.text.trim() === '') throw badRequest('inline keyboard button text is empty')
  if ('url' in button) {
    if (!/^https:\/\/[^/]+\.[^/]+/u.test(button.url)) throw badRequest('BUTTON_URL_INVALID')
    return
  }
  const bytes = 'callback_data' in button ? Buffer.byteLength(button.callback_data) : 0
  if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID')
}
