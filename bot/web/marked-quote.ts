import { type Html, markup } from './html.ts'

/** A clause's text with the quote marked in it, wherever the layout broke the words apart. */
export function markedQuote(text: string, quote: string): Html {
  const wanted = quote.replace(/\s/g, '')
  const from = text.replace(/\s/g, '').indexOf(wanted)
  if (from < 0 || wanted === '') return markup`${text}`
  // Where each character that is not white space stands in the text.
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index)
  const start = places[from]!
  const end = places[from + wanted.length - 1]! + 1
  return markup`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`
}
