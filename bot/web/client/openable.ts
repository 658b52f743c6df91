/** A piece of a text, with the address where it can be opened. */
export type Piece = { text: string; href?: string }

const openable =
  /(https?:\/\/[\w\-./?=&%#~:+]*[\w/])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(\b0\d{2,3}-\d{7,8}\b)|((?<![\w/.-])\/(?:programmes|notices)\/[a-z\d-]+)/g

/** Splits a text at web addresses, mail addresses, Chinese landline numbers and pages of our own; nothing else can be opened. */
export function openablePieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(openable)) {
    const [found, web, mail, phone] = match
    pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: found, href: web ?? (mail ? `mailto:${mail}` : phone ? `tel:${phone}` : found) })
    from = (match.index ?? 0) + found.length
  }
  return [...pieces, { text: text.slice(from) }].filter((piece) => piece.text)
}
