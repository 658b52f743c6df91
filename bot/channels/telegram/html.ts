import { storable } from '../../../knowledge/language/characters.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text in which nothing is markup to Telegram. Characters that no message can hold are dropped. */
export function escaped(text: string): string {
  return storable(text).replace(/[&<>"]/g, (sign) => entities[sign]!)
}

export const link = (words: string, url: string): string => `<a href="${escaped(url)}">${escaped(words)}</a>`
export const quotation = (words: string): string => `<blockquote expandable>${escaped(words)}</blockquote>`
export const italic = (words: string): string => `<i>${escaped(words)}</i>`
export const bold = (words: string): string => (words === '' ? '' : `<b>${escaped(words)}</b>`)
