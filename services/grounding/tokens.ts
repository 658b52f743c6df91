import { figuresOf } from './figures.ts'

/** A text as it is compared: a figure with its bound is one token, all else a character each; marks are none. */
export type Token = {
  text: string
  start: number
  end: number
  isFigure: boolean
  /** The brackets that it stands in, by number; undefined outside. */
  brackets: number | undefined
}

const brackets = /\([^()]*\)/gu

/** @param text See `plainText`. */
export function tokensOf(text: string): Token[] {
  const aside = [...text.matchAll(brackets)].map(({ 0: whole, index }) => [index, index + whole.length] as const)
  const bracketsAt = (at: number) => {
    const found = aside.findIndex(([start, end]) => at >= start && at < end)
    return found < 0 ? undefined : found
  }
  const tokens: Token[] = []
  let at = 0
  const takeWords = (end: number) => {
    for (; at < end; at += 1)
      if (/[\p{L}\d]/u.test(text[at]!))
        tokens.push({ text: text[at]!, start: at, end: at + 1, isFigure: false, brackets: bracketsAt(at) })
  }
  for (const { key, bound, from, to } of figuresOf(text)) {
    takeWords(Math.max(at, from))
    tokens.push({ text: `${key} ${bound}`, start: from, end: to, isFigure: true, brackets: bracketsAt(from) })
    at = Math.max(at, to)
  }
  takeWords(text.length)
  return tokens
}
