import { readXml } from './xml.ts'

/** What somebody sent, or did. `menu` is the number of the link that was tapped; `scene` is what a QR code stands for. */
export type Said =
  | { kind: 'words'; text: string; menu?: string }
  | { kind: 'voice'; text: string }
  | { kind: 'unreadable'; what: Unreadable }
  | { kind: 'followed'; scene?: string }
  | { kind: 'scanned'; scene: string }
  | { kind: 'left' }
  | { kind: 'nothing' }

export type Unreadable = 'image' | 'voice' | 'video' | 'location' | 'link' | 'file' | 'sticker' | 'other'

/** A message of WeChat. `id` is the same each time it is sent again; `at` is when it was written, in seconds. */
export type Incoming = { account: string; person: string; id: string; at: number; said: Said }

/** Reads a message; undefined where it is none. */
export function readIncoming(body: string): Incoming | undefined {
  const fields = readXml(body)
  const field = (name: string): string => fields?.get(name)?.trim() ?? ''
  const [account, person, type] = [field('ToUserName'), field('FromUserName'), field('MsgType').toLowerCase()]
  if (!account || !person || !type) return undefined
  const at = Number(field('CreateTime')) || 0
  const event = [field('Event'), field('EventKey')]
  const id = type === 'event' ? [at, ...event].join(' ') : field('MsgId') || [at, type, field('Content')].join(' ')
  return { account, person, id, at, said: type === 'event' ? readEvent(event) : readSaid(type, field) }
}

/** What the WeChat app puts in place of a message that it does not pass on, stickers above all. */
const notPassedOn = /^【收到不支持的消息类型/

function readSaid(type: string, field: (name: string) => string): Said {
  const text = field('Content')
  const menu = field('bizmsgmenuid')
  switch (type) {
    case 'text':
      if (notPassedOn.test(text)) return { kind: 'unreadable', what: 'sticker' }
      return text === '' ? { kind: 'nothing' } : { kind: 'words', text, ...(menu !== '' && { menu }) }
    case 'voice': {
      const heard = field('Recognition')
      return heard === '' ? { kind: 'unreadable', what: 'voice' } : { kind: 'voice', text: heard }
    }
    case 'shortvideo':
      return { kind: 'unreadable', what: 'video' }
    case 'image':
    case 'video':
    case 'location':
    case 'link':
    case 'file':
      return { kind: 'unreadable', what: type }
    default:
      return { kind: 'unreadable', what: 'other' }
  }
}

function readEvent([name = '', key = '']: string[]): Said {
  switch (name.toLowerCase()) {
    case 'subscribe': {
      const scene = key.replace(/^qrscene_/, '')
      return { kind: 'followed', ...(scene !== '' && { scene }) }
    }
    case 'unsubscribe':
      return { kind: 'left' }
    case 'scan':
      return { kind: 'scanned', scene: key }
    case 'click':
      return key === '' ? { kind: 'nothing' } : { kind: 'words', text: key }
    default:
      return { kind: 'nothing' }
  }
}
