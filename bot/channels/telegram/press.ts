import { storable } from '../../../knowledge/language/characters.ts'
import type { Reply } from '../../../services/reply.ts'
import { isCard } from './is-card.ts'

/** Telegram's limit of what a button carries, in bytes of UTF-8. */
const mostBytes = 64

/** What a button says when it is pressed. */
export type Press =
  /** Its words, to be taken as a message. */
  | { kind: 'words'; send: string }
  /** Which action of which reply. */
  | { kind: 'action'; reply: string; at: number }
  | { kind: 'rating'; reply: string; helpful: boolean }
  /** Why an answer was of no use: which of the reasons offered. */
  | { kind: 'reason'; reply: string; at: number }
  /** Everything an answer rests on, the notice it rests on, why a question is put. */
  | { kind: 'evidence' | 'source' | 'why'; reply: string }
  /** Whether everything kept is to be deleted. */
  | { kind: 'delete'; isMeant: boolean }
  | { kind: 'counted' }
  /** Nothing any more. */
  | { kind: 'settled' }

const named = { e: 'evidence', s: 'source', y: 'why' } as const
const letters = { evidence: 'e', source: 's', why: 'y' } as const

/** What a button carries; in a group, whose it is stands before. @param asker By Telegram's number. */
export function writePress(press: Press, asker?: number): string {
  return `${asker === undefined ? '' : `u${asker.toString(36)}.`}${bare(press)}`
}

function bare(press: Press): string {
  switch (press.kind) {
    case 'words':
      return `t:${press.send}`
    case 'action':
      return `r:${press.at}:${press.reply}`
    case 'rating':
      return `f:${press.helpful ? '+' : '-'}:${press.reply}`
    case 'reason':
      return `w:${press.at}:${press.reply}`
    case 'delete':
      return `d:${press.isMeant ? 1 : 0}`
    case 'counted':
      return 'k'
    case 'settled':
      return 'x'
    case 'evidence':
    case 'source':
    case 'why':
      return `${letters[press.kind]}:${press.reply}`
  }
}

export type ReadPress = Press & { asker?: number }

export function readPress(data: string): ReadPress | undefined {
  const { asker, rest = '' } = /^(?:u(?<asker>[0-9a-z]{1,11})\.)?(?<rest>.*)$/su.exec(data)!.groups!
  const press = readBare(rest)
  return press && { ...press, ...(asker !== undefined && { asker: Number.parseInt(asker, 36) }) }
}

function readBare(data: string): Press | undefined {
  if (data === 'x') return { kind: 'settled' }
  if (data === 'k') return { kind: 'counted' }
  if (data.startsWith('t:')) return { kind: 'words', send: data.slice(2) }
  if (data === 'd:0' || data === 'd:1') return { kind: 'delete', isMeant: data === 'd:1' }
  const [, sign, rated] = /^f:([+-]):(.+)$/su.exec(data) ?? []
  if (rated !== undefined) return { kind: 'rating', reply: rated, helpful: sign === '+' }
  const [, letter, at, reply] = /^([rw]):(\d{1,3}):(.+)$/su.exec(data) ?? []
  if (reply !== undefined) return { kind: letter === 'r' ? 'action' : 'reason', reply, at: Number(at) }
  const [, name, of] = /^([esy]):(.+)$/su.exec(data) ?? []
  return of === undefined ? undefined : { kind: named[name as keyof typeof named], reply: of }
}

/**
 * What the button of an action carries: the words it sends where they fit and mean the same at any time. An answer on the card of
 * an interview names its reply, so that it is not taken for the answer to another question.
 */
export function callbackData(
  reply: Pick<Reply, 'id' | 'kind' | 'actions' | 'progress'>,
  at: number,
  asker?: number,
): string {
  const { send } = reply.actions[at]!
  const words = writePress({ kind: 'words', send }, asker)
  if (!isCard(reply) && Buffer.byteLength(words) <= mostBytes && words === storable(words)) return words
  return writePress({ kind: 'action', reply: reply.id, at }, asker)
}
