import { z } from 'zod'
import { wecomTexts as texts } from '../../../prompts/wecom-texts.ts'
import type { SentFile } from './read-sent-file.ts'

/** What comes over the connection, as far as it is read. */
export type Frame = {
  cmd?: string
  headers?: { req_id?: string }
  errcode?: number
  body?: { event?: { eventtype?: string } }
}

/** Where something was said: `chat` is a person's or a group's id. */
export type Place = { request: string; chat: string; isGroup: boolean; person: string }

type Unreadable = 'image' | 'file' | 'video' | 'other'

export type Incoming = Place & { id: string } & (
    | { kind: 'words'; text: string }
    | { kind: 'unreadable'; what: Unreadable }
    | { kind: 'file'; file: SentFile }
    | { kind: 'entered' }
    | { kind: 'pressed'; key: string; task: string; card: string }
    | { kind: 'rated'; reply: string; helpful: boolean; comment?: string }
  )

const words = z.object({ content: z.string() })
const sentFile = z.object({ url: z.url({ protocol: /^https?$/ }), aeskey: z.string() })
const press = z.object({
  event_key: z.string().default(''),
  task_id: z.string().default(''),
  card_type: z.string().default(''),
})
const rating = z.object({
  id: z.string(),
  type: z.number(),
  content: z.string().optional(),
  inaccurate_reason_list: z.array(z.number()).default([]),
})
const item = z.looseObject({ msgtype: z.string(), text: words.optional() })
const bodySchema = z.looseObject({
  msgid: z.string(),
  chatid: z.string().optional(),
  chattype: z.string().optional(),
  from: z.object({ userid: z.string() }),
  msgtype: z.string(),
  text: words.optional(),
  voice: words.optional(),
  mixed: z.object({ msg_item: z.array(item) }).optional(),
  file: sentFile.optional().catch(undefined),
  event: z
    .looseObject({ eventtype: z.string(), template_card_event: press.optional(), feedback_event: rating.optional() })
    .optional(),
})
const frameSchema = z.object({ headers: z.object({ req_id: z.string() }), body: bodySchema })

type Body = z.infer<typeof bodySchema>

/** Reads a message or an event; undefined for what asks for nothing. */
export function readFrame(frame: unknown): Incoming | undefined {
  const { data } = frameSchema.safeParse(frame)
  if (!data) return undefined
  const { headers, body } = data
  const isGroup = body.chattype === 'group' && body.chatid !== undefined
  const person = body.from.userid
  const place = { request: headers.req_id, chat: isGroup ? body.chatid! : person, isGroup, person, id: body.msgid }
  return body.event ? readEvent(body.event, place) : { ...place, ...readSaid(body, isGroup) }
}

/** The name of the bot, which what is said in a group begins or ends with. */
const mention = /^@\S+\s+|\s+@\S+$/gu

function readSaid({ msgtype, text, voice, mixed, file }: Body, isGroup: boolean) {
  const parts = [text, voice, ...(mixed?.msg_item ?? []).map((one) => one.text)]
  const said = parts
    .map((part) => part?.content ?? '')
    .join('\n')
    .trim()
  const bare = isGroup
    ? said
        .replace(mention, '')
        .replace(/^@\S+$/u, '')
        .trim() || '/help'
    : said
  if (said !== '') return { kind: 'words' as const, text: bare }
  if (msgtype === 'file' && file) return { kind: 'file' as const, file: { url: file.url, key: file.aeskey } }
  return { kind: 'unreadable' as const, what: unreadable[msgtype] ?? 'other' }
}

const unreadable: Record<string, Unreadable> = { image: 'image', mixed: 'image', file: 'file', video: 'video' }

const verdicts: Record<number, boolean> = { 1: true, 2: false }

/** The fields of an event stand in an object of its name; older descriptions have them in the event itself. */
function readEvent(event: NonNullable<Body['event']>, place: Place & { id: string }): Incoming | undefined {
  switch (event.eventtype) {
    case 'enter_chat':
      return { ...place, kind: 'entered' }
    case 'template_card_event': {
      const { data } = press.safeParse(event.template_card_event ?? event)
      return data && { ...place, kind: 'pressed', key: data.event_key, task: data.task_id, card: data.card_type }
    }
    case 'feedback_event': {
      const { data } = rating.safeParse(event.feedback_event ?? event)
      const helpful = data && verdicts[data.type]
      if (!data || helpful === undefined) return undefined
      const named = data.inaccurate_reason_list.flatMap((one) => texts.reasons[one] ?? [])
      const comment = [...named, data.content ?? ''].filter(Boolean).join('；')
      return { ...place, kind: 'rated', reply: data.id, helpful, ...(comment !== '' && { comment }) }
    }
    default:
      return undefined
  }
}
