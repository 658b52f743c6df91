import { boundaryBefore } from '../../knowledge/language/characters.ts'

/** Where a text may be cut, best first: between paragraphs, lines, sentences, parts of a sentence, words. */
const places = [/\n\s*\n/gu, /\n/gu, /[。！？!?…][”’」』）)]*|[.;]\s|；/gu, /[，、,：:]|\s/gu]

/** A part shorter than this share of what fits wants a better reason than its place: it is cut further on. */
const leastShare = 0.4

/**
 * Splits a text at sense into parts that fit.
 *
 * @param fits Whether so long a part is allowed; true for every beginning of an allowed one.
 * @returns The parts in order, none of them blank; what stood between them was white space. No grapheme cluster is cut that fits.
 */
export function splitText(text: string, fits: (part: string) => boolean): string[] {
  const parts: string[] = []
  let rest = text.trim()
  while (rest !== '') {
    const end = fits(rest) ? rest.length : cutWithin(rest, longestFitting(rest, fits))
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return parts
}

/** The most UTF-16 units from the start that fit, one character at least. */
function longestFitting(text: string, fits: (part: string) => boolean): number {
  let [low, high] = [1, text.length]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(text.slice(0, middle))) low = middle
    else high = middle - 1
  }
  return boundaryBefore(text, low) || 2
}

function cutWithin(text: string, longest: number): number {
  // White space at the edge falls away.
  const part = text.slice(0, longest + 1)
  for (const place of places) {
    const ends = [...part.matchAll(place)]
      .map(({ index, 0: found }) => index + found.length)
      .filter((end) => boundaryBefore(text, end) === end)
    const last = ends.findLast((end) => text.slice(0, end).trimEnd().length <= longest)
    if (last !== undefined && last >= longest * leastShare) return last
  }
  return longest
}
