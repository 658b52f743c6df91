import type { Answered } from '../conversations/answered.ts'
import { parseNumeral } from '../../knowledge/language/numeral.ts'
import { facts, type FactKey } from '../eligibility/facts.ts'
import type { Reply } from '../reply.ts'
import type { Message } from './message.ts'

/** A number alone, also as 第2个, 第二个 or 选2. */
const number = /^\s*(?:选|第)?\s*([1-9１-９]|(?<=[选第]\s*)[一二三四五六七八九])\s*(?:个|项)?[.。、)）]?\s*$/u

/** The message that a number stands for, where numbers chose among what was offered last. */
export function chosen(message: Message): Message {
  const { offers, ...state } = message.state
  const digit = number.exec(message.text)?.[1]
  const send = digit === undefined || message.command ? undefined : offers?.[parseNumeral(digit.normalize('NFKC')) - 1]
  if (send === undefined) return { ...message, state }
  const [, name, argument = ''] = /^\/(\p{L}+)(?:\s+(.*))?$/su.exec(send) ?? []
  return {
    ...message,
    state,
    text: send,
    command: name === undefined ? undefined : { name, argument, isEnglish: false },
  }
}

/** Notes what numbers stand for: the actions of the last reply, unless it asks for a figure, which a number may be. */
export function withOffers(answered: Answered): Answered {
  const { offers: _, ...state } = answered.state
  const last = answered.replies.at(-1)
  const offers = last && !takesFigure(last) ? last.actions.map(({ send }) => send) : []
  return { ...answered, state: { ...state, ...(offers.length > 0 && { offers }) } }
}

function takesFigure({ kind, asks }: Reply): boolean {
  const fact = kind === 'question' && asks ? facts[asks.key as FactKey] : undefined
  return fact !== undefined && 'unit' in fact
}
