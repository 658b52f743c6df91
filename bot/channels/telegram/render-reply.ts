import type { InlineKeyboardMarkup } from 'grammy/types'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { DownloadName } from '../../../services/downloads/download.ts'
import type { Reply } from '../../../services/reply.ts'
import { splitText } from '../split-text.ts'
import { bold, escaped, italic, link, quotation } from './html.ts'
import { isCard } from './is-card.ts'
import { wholeKeyboard } from './keyboard.ts'
import { wordsOfReply } from './language.ts'
import { citedBy, layoutReply, sourceOf } from './layout-reply.ts'
import type { Place } from './place.ts'

/** A file to send: one made of a reply, or the text of a notice. */
export type FileOf = { reply: string; name: DownloadName } | { notice: string }

/** A message; one that is the card of an interview may take the place of the one that was there. */
export type MessageStep = { kind: 'message'; html: string; keyboard?: InlineKeyboardMarkup; isCard?: boolean }

/** What goes out as one: a message, or files, as a group where there are several. */
export type Step = MessageStep | { kind: 'files'; files: FileOf[]; failed: string }

/**
 * Telegram takes 4096 UTF-16 units after entities are parsed. Counting the markup too is stricter, and needs nobody to
 * agree on how a link is counted.
 */
const mostUnits = 4_000
/** A longer note stands for itself, in characters. */
const longestNote = 400
const fits = (part: string): boolean => escaped(part).length <= mostUnits
/** A quotation stands in its markup. */
const fitsFolded = (part: string): boolean => quotation(part).length <= mostUnits

/**
 * A reply as messages, the same each time: its text, then what it rests on, split where it is too long; the buttons under
 * the last one.
 */
export function renderReply(reply: Reply, place: Place): Step[] {
  if (isCard(reply)) return [cardOf(reply, [], place)].flat()
  const { head, open, folded, shown } = layoutReply(reply)
  const texts = splitText(open, fits).map((part, at) => (at === 0 ? headed(part, head) : escaped(part)))
  const messages = splitText(folded, fitsFolded).map(quotation).reduce(appended, texts)
  return withKeyboard(messages, wholeKeyboard(reply, place, shown))
}

/** The replies of a turn; what is only noted before the card of an interview stands on the card. */
export function renderTurn(replies: readonly Reply[], place: Place): Step[] {
  const at = replies.findIndex(isCard)
  const notes = replies.slice(0, Math.max(0, at))
  if (at < 0 || !notes.every(isNote)) return replies.flatMap((reply) => renderReply(reply, place))
  const card = cardOf(replies[at]!, notes, place)
  return [...card, ...replies.slice(at + 1).flatMap((reply) => renderReply(reply, place))]
}

const isNote = ({ kind, text, actions }: Reply): boolean =>
  kind === 'info' && actions.length === 0 && lengthOf(text) <= longestNote

/** What an interview waits for: its question in bold, how far it has come; the reason of the question is a button. */
function cardOf(reply: Reply, notes: readonly Reply[], place: Place): MessageStep[] {
  const { text, why, progress } = reply
  const lines = text.split('\n').filter((line) => line !== why)
  const before = notes.map((note) => note.text).join('\n\n')
  const whole = [before, lines.join('\n')].filter((part) => part !== '').join('\n\n')
  const said = splitText(whole, fits)
  const texts = said.map((part) => (part.includes(lines[0]!) ? emphasized(part, lines[0]!) : escaped(part)))
  const progressLine = progress ? [italic(wordsOfReply(reply).progress(progress.done, progress.total))] : []
  const messages = withKeyboard(progressLine.reduce(appended, texts), wholeKeyboard(reply, place, 0))
  return messages.map((message, at) => (at === messages.length - 1 ? { ...message, isCard: true } : message))
}

/** Everything a reply rests on, word for word, each with its source. */
export function renderEvidence(reply: Reply, { origin }: Place): Step[] {
  const blocks = citedBy(reply).flatMap((citation) => {
    const source =
      origin === undefined ? escaped(sourceOf(citation)) : link(sourceOf(citation), new URL(citation.url, origin).href)
    return splitText(citation.quote, fitsFolded).map((quote, at) =>
      at === 0 ? `${source}\n${quotation(quote)}` : quotation(quote),
    )
  })
  return withKeyboard(blocks.reduce(appended, []), undefined)
}

function withKeyboard(messages: readonly string[], keyboard: InlineKeyboardMarkup | undefined): MessageStep[] {
  return messages.map((html, at) => ({
    kind: 'message',
    html,
    ...(keyboard && at === messages.length - 1 && { keyboard }),
  }))
}

/** Adds a block to the last message, or as a message of its own where it doesn't fit. */
function appended(messages: string[], block: string): string[] {
  const last = messages.at(-1)
  if (last === undefined || last.length + block.length + 2 > mostUnits) return [...messages, block]
  return [...messages.slice(0, -1), `${last}\n\n${block}`]
}

/** The text with its first words in bold. */
const headed = (text: string, head: string): string =>
  head !== '' && text.startsWith(head) ? bold(head) + escaped(text.slice(head.length)) : escaped(text)

function emphasized(text: string, line: string): string {
  const at = text.indexOf(line)
  return escaped(text.slice(0, at)) + headed(text.slice(at), line)
}
