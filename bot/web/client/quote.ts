import { el } from './element.ts'
import { findWords } from './same-words.ts'

/** Blanks that a page's layout put between Chinese characters are not shown. */
export const withoutLayoutBlanks = (quote: string): string =>
  quote.replace(/([^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])/g, '$1')

/** The exact words of a clause. */
export const quoteView = (quote: string): HTMLElement =>
  el('blockquote', { class: 'quote' }, withoutLayoutBlanks(quote))

/** The whole clause as nodes, with the words marked that an answer took from it. */
export function markedClause(quote: string, taken: string): (Node | string)[] {
  const text = withoutLayoutBlanks(quote)
  const found = findWords(text, taken)
  if (!found) return [text]
  return [text.slice(0, found.from), el('mark', {}, text.slice(found.from, found.to)), text.slice(found.to)]
}
