import type { InlineKeyboardMarkup } from 'grammy/types'
import { telegramTexts as texts } from '../../../prompts/telegram-texts.ts'
import type { DownloadName } from '../../../services/downloads/download.ts'
import type { Citation, Reply } from '../../../services/reply.ts'
import { escaped, italic, link, quotation } from './html.ts'
import { keyboardOf, withRating } from './keyboard.ts'
import { splitText } from '../split-text.ts'

/** What goes out as one call: a message, or a file made of a reply. */
export type Step =
  | { kind: 'message'; html: string; keyboard?: InlineKeyboardMarkup }
  | { kind: 'file'; reply: string; name: DownloadName }

/**
 * Telegram takes 4096 UTF-16 units after entities are parsed. Counting the markup too is stricter, and needs nobody to
 * agree on how a link is counted.
 */
const mostUnits = 4_000
const mostCitations = 3

/**
 * A reply as messages, the same each time: its text, then what it rests on, split where it is too long; the quick replies
 * under the last one.
 *
 * @param origin Under which people reach the notices' pages, such as `https://zhixun.example`; without it sources are words:
 *   a link to this machine opens nothing on a phone.
 */
export function renderReply(reply: Reply, origin: string | undefined): Step[] {
  const text = splitText(reply.text, (part) => escaped(part).length <= mostUnits).map(escaped)
  const blocks = [...progressLine(reply), ...citationBlocks(citedBy(reply), origin)]
  const messages = blocks.reduce(appended, text)
  const keyboard = withRating(reply, keyboardOf(reply))
  return messages.map((html, at) => ({
    kind: 'message',
    html,
    ...(keyboard && at === messages.length - 1 && { keyboard }),
  }))
}

/** What it rests on; of a refusal the clause that names whom to call. */
const citedBy = ({ citations, contact }: Reply): Citation[] => (contact ? [...citations, contact] : citations)

/** Adds a block to the last message, or as a message of its own where it doesn't fit. */
function appended(messages: string[], block: string): string[] {
  const last = messages.at(-1)
  if (last === undefined || last.length + block.length + 2 > mostUnits) return [...messages, block]
  return [...messages.slice(0, -1), `${last}\n\n${block}`]
}

function progressLine({ progress }: Reply): string[] {
  return progress ? [italic(texts.progress(progress.done, progress.total))] : []
}

function citationBlocks(citations: Citation[], origin: string | undefined): string[] {
  const blocks = citations.slice(0, mostCitations).map((citation) => citationBlock(citation, origin))
  const left = citations.length - blocks.length
  return left > 0 ? [...blocks, italic(texts.moreCitations(left))] : blocks
}

function citationBlock({ title, documentNumber, heading, quote, url }: Citation, origin: string | undefined): string {
  const source = `《${title}》${documentNumber ? `（${documentNumber}）` : ''}`
  const words = heading === title ? source : `${source} ${heading}`
  return `${quotation(quote.trim())}\n${origin === undefined ? escaped(words) : link(words, new URL(url, origin).href)}`
}
