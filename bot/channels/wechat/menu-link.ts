import { createHash } from 'node:crypto'
import { boundaryBefore } from '../../../knowledge/language/characters.ts'
import { wechatShows } from './shows.ts'

/** What breaks a link, or the message it sends. */
const breaking = /[&<>"'\s#%+]+/gu

/** The words that a link sends as the person's own message: they are read, and break no link. */
export function sentWords(label: string): string {
  let words = label.replace(breaking, ' ').trim()
  const { mostBytes } = wechatShows.buttons
  while (Buffer.byteLength(words) > mostBytes) words = words.slice(0, boundaryBefore(words, words.length - 1))
  return words.trim()
}

/**
 * A link that sends words when it is tapped (`bizmsgmenu`). It can be tapped for ever, so that `id` says which reply it stood
 * under.
 */
export function menuLink(label: string, id: string, words = sentWords(label)): string {
  const shown = label.replace(/[<>]/gu, ' ')
  return `<a href="weixin://bizmsgmenu?msgmenucontent=${words.replaceAll(' ', '%20')}&msgmenuid=${id}">${shown}</a>`
}

export const pageLink = (label: string, url: string): string =>
  `<a href="${encodeURI(decodeURI(url)).replaceAll("'", '%27')}">${label.replace(/[<>]/gu, ' ')}</a>`

/** The number of a turn in its links: six digits, the same each time it is shown. */
export const numberOf = (turn: string): string =>
  String((createHash('sha256').update(turn).digest().readUInt32BE() % 900_000) + 100_000)

/** Which action a link stands for, in nine digits; WeChat takes numbers only. `answers` is 1 for an answer to a question. */
export type MenuId = { turn: string; answers: boolean; at: number }

export const menuIdOf = (turn: string, answers: boolean, at: number): string =>
  `${numberOf(turn)}${answers ? 1 : 0}${String(at).padStart(2, '0')}`

/** The place of words of the channel's own, such as 「依据」: they are of the turn as a whole. */
export const ofTurn = 99

/** @returns `turn` as `numberOf` gives it; `at` is the place among the actions of the turn. */
export function readMenuId(id: string): MenuId | undefined {
  const [, turn, answers, at] = /^(\d{6})([01])(\d{2})$/.exec(id) ?? []
  return turn === undefined ? undefined : { turn, answers: answers === '1', at: Number(at) }
}
