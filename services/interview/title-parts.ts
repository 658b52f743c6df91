import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'

export type Titled = Pick<ResolvedProgramme, 'title'>

/** How many characters from `at` on are part of a title; 0 for fewer than two. */
export function titlePartAt(words: string, at: number, programmes: readonly Titled[]): number {
  let length = 0
  while (at + length < words.length && programmes.some(({ title }) => title.includes(words.slice(at, at + length + 1))))
    length += 1
  return length < 2 ? 0 : length
}

/**
 * Splits words that only name programmes into parts of their titles, and what else `others` knows.
 *
 * @param others What may stand beside parts of titles, sticky.
 * @returns Undefined where anything else is said.
 */
export function partsNaming(words: string, programmes: readonly Titled[], others: RegExp): string[] | undefined {
  const parts: string[] = []
  for (let at = 0; at < words.length; at += parts.at(-1)!.length) {
    others.lastIndex = at
    const length = others.exec(words)?.[0].length ?? titlePartAt(words, at, programmes)
    if (length === 0) return undefined
    parts.push(words.slice(at, at + length))
  }
  return parts
}
