import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { cutTo, lengthOf, storable } from '../../../knowledge/language/characters.ts'
import type { Action, Reply } from '../../../services/reply.ts'
import { isCard } from './is-card.ts'
import { wordsOfReply } from './language.ts'
import { pointsAt } from './layout-reply.ts'
import type { Place } from './place.ts'
import { callbackData, type Press, writePress } from './press.ts'
import { privateLink } from './private-link.ts'

const mostButtons = 90
const longestLabel = 60
/** Labels stand in one row as long as they are so wide together; a Chinese character counts two. */
const rowWidth = 24
const perRow = 4

type Offering = Pick<Reply, 'id' | 'kind' | 'actions' | 'progress' | 'text'>

/** The quick replies of a reply as buttons, several in a row where they are short. */
export function keyboardOf(reply: Offering, place: Place): InlineKeyboardMarkup | undefined {
  const rows: InlineKeyboardButton[][] = []
  let width = Infinity
  for (const [at, action] of reply.actions.slice(0, mostButtons).entries()) {
    // A page of this server, which phones elsewhere may not reach.
    if (action.url !== undefined) continue
    const text = shortened(action.label) || shortened(action.send) || '…'
    width += widthOf(text)
    if (width > rowWidth || rows.at(-1)!.length === perRow) {
      rows.push([])
      width = widthOf(text)
    }
    rows.at(-1)!.push(buttonOf(reply, at, text, action, place))
  }
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

/** In a group a self-check is a link to the private chat, where nobody else answers it. */
function buttonOf(reply: Offering, at: number, text: string, { send }: Action, place: Place): InlineKeyboardButton {
  const url = place.asker === undefined ? undefined : privateLink(place.bot, send)
  return url === undefined ? { text, callback_data: callbackData(reply, at, place.asker) } : { text, url }
}

/** What people may say is right or wrong. */
const rated: ReadonlySet<Reply['kind']> = new Set(['answer', 'not-found', 'roster'])

/** The row below an answer: whether it was of use, everything it rests on, and the notice itself. */
function answerRow(reply: Reply, { origin }: Place, shown: number): InlineKeyboardButton[] {
  const words = wordsOfReply(reply)
  const { id, kind, citations } = reply
  const data = (press: Press) => writePress(press)
  const [best] = pointsAt(reply)
  const page = best && origin !== undefined ? new URL(best.url, origin).href : undefined
  const original = {
    text: words.original,
    ...(page ? { url: page } : { callback_data: data({ kind: 'source', reply: id }) }),
  }
  return [
    ...(rated.has(kind)
      ? [
          { text: '👍', callback_data: data({ kind: 'rating', reply: id, helpful: true }) },
          { text: '👎', callback_data: data({ kind: 'rating', reply: id, helpful: false }) },
        ]
      : []),
    ...(citations.length > shown
      ? [{ text: words.evidence, callback_data: data({ kind: 'evidence', reply: id }) }]
      : []),
    ...(best ? [original as InlineKeyboardButton] : []),
  ]
}

/**
 * The whole keyboard of a reply.
 *
 * @param shown How many of its citations its text shows already.
 */
export function wholeKeyboard(reply: Reply, place: Place, shown: number): InlineKeyboardMarkup | undefined {
  const quick = keyboardOf(reply, place)?.inline_keyboard ?? []
  const { id, why, citations } = reply
  const whyRow =
    isCard(reply) && (why !== undefined || citations.length > 0) && reply.kind === 'question'
      ? [{ text: wordsOfReply(reply).whyAsked, callback_data: writePress({ kind: 'why', reply: id }) }]
      : []
  const below = isCard(reply) ? whyRow : answerRow(reply, place, shown)
  const rows = below.length > 0 ? [...quick, below] : quick
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

/** Buttons that mean the same at any time, and stay when another of their keyboard was pressed. */
const stays = (button: InlineKeyboardButton): boolean =>
  'url' in button || ('callback_data' in button && /^[fes]:/u.test(button.callback_data))

/** What stays of a pressed keyboard: what was chosen, and what can be pressed at any time. */
export function settledKeyboard(chosen: string, before?: InlineKeyboardMarkup): InlineKeyboardMarkup {
  const kept = (before?.inline_keyboard ?? []).filter((row) => row.every(stays))
  return { inline_keyboard: [[{ text: shortened(chosen), callback_data: writePress({ kind: 'settled' }) }], ...kept] }
}

function shortened(label: string): string {
  const text = storable(label).trim()
  return lengthOf(text) > longestLabel ? `${cutTo(text, longestLabel - 1)}…` : text
}

const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > '\u2000' ? 2 : 1), 2)
