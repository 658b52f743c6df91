import type { Citation } from '../../../services/reply.ts'
import { lengthOf } from './characters.ts'
import { el } from './element.ts'
import { linkedText } from './linked-text.ts'
import { markedClause } from './quote.ts'
import type { Line, ReplyParts } from './reply-text.ts'

/** Beyond so many characters the words below a lead are cut to a few lines until their clause is opened. */
const longQuote = 180

/** Words of a clause in the body: they grow to the whole clause, with the words marked, and back. */
export type Quoted = { citation: number; isWhole: boolean; open(isOpen: boolean): void }
export type Body = { elements: HTMLElement[]; quoted: Quoted[] }

function quotedLine(
  line: Line & { kind: 'quote' },
  citations: readonly Citation[],
  canCut: boolean,
): [HTMLElement, Quoted] {
  const { text, citation, isWhole } = line
  const isCut = canCut && lengthOf(text) > longQuote
  const element = el('p', { class: isCut ? 'said is-cut' : 'said' }, ...linkedText(text))
  const clause = citations[citation]?.quote ?? text
  const open = (isOpen: boolean) => {
    element.classList.toggle('is-cut', isCut && !isOpen)
    element.classList.toggle('is-open', isOpen)
    element.replaceChildren(...(isOpen && !isWhole ? markedClause(clause, text) : linkedText(text)))
  }
  return [element, { citation, isWhole, open }]
}

/** The text of a reply without what its citations and its table say. */
export function replyBody({ lead, leadOf, lines }: ReplyParts, citations: readonly Citation[]): Body {
  const elements: HTMLElement[] = lead ? [el('p', { class: 'lead' }, ...linkedText(lead))] : []
  const quoted: Quoted[] = []
  if (leadOf !== undefined) {
    quoted.push({ citation: leadOf, isWhole: true, open: (isOpen) => elements[0]?.classList.toggle('is-open', isOpen) })
  }
  let plain: string[] = []
  const flush = () => {
    const text = plain.join('\n').trim()
    plain = []
    if (text) elements.push(el('p', { class: 'message-text' }, ...linkedText(text)))
  }
  for (const line of lines) {
    if (line.kind === 'plain') {
      plain.push(line.text)
      continue
    }
    flush()
    if (line.kind === 'head') {
      elements.push(el('p', { class: 'source-head' }, line.text))
      continue
    }
    const [element, one] = quotedLine(line, citations, lead !== undefined)
    elements.push(element)
    quoted.push(one)
  }
  flush()
  return { elements, quoted }
}
