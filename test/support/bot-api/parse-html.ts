import type { MessageEntity } from 'grammy/types'
import { badRequest } from './refusal.ts'

const types: Record<string, MessageEntity['type']> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strikethrough',
  code: 'code',
  pre: 'pre',
  a: 'text_link',
  blockquote: 'blockquote',
}
const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

export type Parsed = { text: string; entities: MessageEntity[] }
type Open = { tag: string; offset: number; attributes: string }

/** Reads Telegram's HTML as Telegram does: only its own tags, all closed in order; the text is what stays. */
export function parseHtml(html: string): Parsed {
  const entities: MessageEntity[] = []
  const open: Open[] = []
  let text = ''
  for (const [piece] of html.matchAll(/<[^>]*>?|&#?\w+;|[^<&]+|&/gu)) {
    if (piece.startsWith('</')) entities.push(closed(open.pop(), piece, text.length))
    else if (piece.startsWith('<')) open.push(opened(piece, text.length))
    else text += /^&\w+;$/.test(piece) ? (signs[piece.slice(1, -1)] ?? piece) : piece
  }
  if (open.length > 0) throw badRequest(`can't parse entities: Can't find end tag corresponding to "${open[0]!.tag}"`)
  return { text, entities }
}

function opened(piece: string, offset: number): Open {
  const [, tag, attributes] = /^<([a-z]+)((?:\s+[a-z]+(?:="[^"]*")?)*)\s*>$/u.exec(piece) ?? []
  if (tag === undefined || !(tag in types)) throw badRequest(`can't parse entities: Unsupported start tag "${piece}"`)
  return { tag, offset, attributes: attributes! }
}

function closed(open: Open | undefined, piece: string, end: number): MessageEntity {
  if (!open || piece !== `</${open.tag}>`) throw badRequest(`can't parse entities: Unmatched end tag "${piece}"`)
  const { tag, offset, attributes } = open
  const place = { offset, length: end - offset }
  if (tag === 'a') return { type: 'text_link', url: /href="([^"]*)"/.exec(attributes)?.[1] ?? '', ...place }
  const isExpandable = tag === 'blockquote' && attributes.includes('expandable')
  return { type: isExpandable ? 'expandable_blockquote' : types[tag]!, ...place } as MessageEntity
}
