import type { Answered } from '../conversations/answered.ts'
import { parseNumeral } from '../../knowledge/language/numeral.ts'
import type { Reply } from '../reply.ts'
import type { InterviewKnowledge, Message } from './message.ts'

/** A number alone, also as 第2个, 第二个吧 or 我选2. */
const number =
  /^\s*(?:我|就|要|想)*(?:选|第|选第)?\s*([1-9１-９]|(?<=[选第]\s*)[一二三四五六七八九])\s*(?:个|项|家|种)?(?:的|吧|呀|啊)*[.。、)）]?\s*$/u
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']
/** The second one, no. 2, 2nd. */
const english = new RegExp(
  String.raw`^\s*(?:the |number |no\.? ?|option )*(?<said>${ordinals.join('|')}|[1-9](?:st|nd|rd|th)|(?<=number |no\.? ?|option )[1-9])(?: (?:one|programme|option))?(?:,? please)?[.!]*\s*$`,
  'iu',
)
const last = /^\s*(?:我|就|要|想|选)*(?:最后|末尾?)(?:的)?(?:那|一)*[个项家]?(?:的|吧|呀|啊)*[。.]?\s*$/u

/** What a number stands for among what was offered last; undefined for other words. */
export const choiceOf = (text: string, offers: readonly string[] = []): string | undefined => offers.at(placeIn(text))

/** The message that a number stands for, where numbers chose among what was offered last. */
export function chosen(message: Message): Message {
  const { offers, ...state } = message.state
  const send = message.command ? undefined : choiceOf(message.text, offers)
  if (send === undefined) return { ...message, state }
  const [, name, argument = ''] = /^\/(\p{L}+)(?:\s+(.*))?$/su.exec(send) ?? []
  return {
    ...message,
    state,
    text: send,
    command: name === undefined ? undefined : { name, argument, isEnglish: false },
  }
}

/** The place that a message names, from 0 on; -1 for the last one. Beyond all places where it names none. */
function placeIn(text: string): number {
  const ordinal = english.exec(text)?.groups?.['said']?.toLowerCase()
  if (ordinal !== undefined) return ordinals.includes(ordinal) ? ordinals.indexOf(ordinal) : Number(ordinal[0]) - 1
  const digit = number.exec(text)?.[1]
  if (digit === undefined) return last.test(text) ? -1 : Infinity
  return parseNumeral(digit.normalize('NFKC')) - 1
}

/** Notes what numbers stand for: the actions of the last reply, unless it asks for a figure, which a number may be. */
export function withOffers(answered: Answered, { programmes }: InterviewKnowledge): Answered {
  const { offers: _, ...state } = answered.state
  const last = answered.replies.at(-1)
  const offers = last && !takesFigure(last, programmes) ? last.actions.map(({ send }) => send) : []
  return { ...answered, state: { ...state, ...(offers.length > 0 && { offers }) } }
}

function takesFigure({ kind, asks }: Reply, programmes: InterviewKnowledge['programmes']): boolean {
  const programme = programmes.find(({ id }) => id === asks?.programme)
  const fact = kind === 'question' && asks ? programme?.facts[asks.key] : undefined
  return fact !== undefined && 'unit' in fact
}
