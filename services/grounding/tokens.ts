import { figuresOf } from './figures.ts'

/** A text as it is compared: a figure with its bound is one token, all else a character each; of marks only 、 is one. */
export type Token = {
  text: string
  start: number
  end: number
  isFigure: boolean
}

/** @param text See `plainText`. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const takeWords = (end: number) => {
    for (const sign of text.slice(at, end)) {
      const start = at
      at += sign.length
      if (/[\p{L}\d、]/u.test(sign)) tokens.push({ text: sign, start, end: at, isFigure: false })
    }
  }
  for (const { key, bound, from, to } of figuresOf(text)) {
    takeWords(Math.max(at, from))
    tokens.push({ text: `${key} ${bound}`, start: from, end: to, isFigure: true })
    at = Math.max(at, to)
  }
  takeWords(text.length)
  return tokens
}
