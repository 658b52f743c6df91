import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { cutTo, lengthOf, storable } from '../../../knowledge/language/characters.ts'
import { telegramTexts as texts } from '../../../prompts/telegram-texts.ts'
import type { Reply } from '../../../services/reply.ts'

/** Telegram's limit of what a button carries, in bytes of UTF-8. */
const mostBytes = 64
const mostButtons = 90
const longestLabel = 60
/** Labels stand in one row as long as they are so wide together; a Chinese character counts two. */
const rowWidth = 24
const perRow = 4

/** What a button says when it is pressed: its words, or which action of which reply, or nothing any more. */
export type Press =
  | { kind: 'words'; send: string }
  | { kind: 'action'; reply: string; at: number }
  | { kind: 'rating'; reply: string; helpful: boolean }
  | { kind: 'settled' }

const settled = 'x'

/**
 * What the button of an action carries: the words it sends where they fit and mean the same at any time. An answer to a
 * question of an interview names its reply, so that it is not taken for the answer to another question.
 */
export function callbackData({ id, kind, actions }: Pick<Reply, 'id' | 'kind' | 'actions'>, at: number): string {
  const words = `t:${actions[at]!.send}`
  if (kind !== 'question' && Buffer.byteLength(words) <= mostBytes && words === storable(words)) return words
  return `r:${at}:${id}`
}

export function readPress(data: string): Press | undefined {
  if (data === settled) return { kind: 'settled' }
  if (data.startsWith('t:')) return { kind: 'words', send: data.slice(2) }
  const [, sign, rated] = /^f:([+-]):(.+)$/s.exec(data) ?? []
  if (rated !== undefined) return { kind: 'rating', reply: rated, helpful: sign === '+' }
  const [, at, reply] = /^r:(\d{1,3}):(.+)$/s.exec(data) ?? []
  return reply === undefined ? undefined : { kind: 'action', reply, at: Number(at) }
}

/** The quick replies of a reply as buttons, several in a row where they are short. */
export function keyboardOf(reply: Pick<Reply, 'id' | 'kind' | 'actions'>): InlineKeyboardMarkup | undefined {
  const rows: InlineKeyboardButton[][] = []
  let width = Infinity
  for (const [at, { label, send, url }] of reply.actions.slice(0, mostButtons).entries()) {
    // A page of this server, which phones elsewhere may not reach.
    if (url !== undefined) continue
    const text = shortened(label) || shortened(send) || '…'
    width += widthOf(text)
    if (width > rowWidth || rows.at(-1)!.length === perRow) {
      rows.push([])
      width = widthOf(text)
    }
    rows.at(-1)!.push({ text, callback_data: callbackData(reply, at) })
  }
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

/** What people may say is right or wrong. */
const rated: ReadonlySet<Reply['kind']> = new Set(['answer', 'not-found', 'roster'])

/** The keyboard with a row to say whether the answer was of use. */
export function withRating({ id, kind }: Pick<Reply, 'id' | 'kind'>, keyboard: InlineKeyboardMarkup | undefined) {
  if (!rated.has(kind)) return keyboard
  const row = [
    { text: '👍', callback_data: `f:+:${id}` },
    { text: '👎', callback_data: `f:-:${id}` },
  ]
  return { inline_keyboard: [...(keyboard?.inline_keyboard ?? []), row] }
}

/** What stays of a pressed keyboard: what was chosen. */
export function settledKeyboard(label: string): InlineKeyboardMarkup {
  return { inline_keyboard: [[{ text: shortened(texts.chosen(label)), callback_data: settled }]] }
}

function shortened(label: string): string {
  const text = storable(label).trim()
  return lengthOf(text) > longestLabel ? `${cutTo(text, longestLabel - 1)}…` : text
}

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > '\u2000' ? 2 : 1), 2)
