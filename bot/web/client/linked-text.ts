import { el } from './element.ts'
import { openablePieces } from './openable.ts'

const elsewhere = { target: '_blank', rel: 'noopener noreferrer' }

/** A text as nodes, with what can be opened as links. */
export const linkedText = (text: string): (Node | string)[] =>
  openablePieces(text).map(({ text: words, href }) =>
    href ? el('a', { href, ...(href.startsWith('http') && elsewhere) }, words) : words,
  )
