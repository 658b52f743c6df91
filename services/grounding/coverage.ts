import connectives from '../../knowledge/lexicon/connectives.json' with { type: 'json' }
import type { Figure } from './figures.ts'

const joining = new Set([...connectives.anywhere, ...connectives.beforeFigure])
const longest = Math.max(...[...joining].map((word) => word.length))

export type Coverage = {
  /** Characters that stand beside the same neighbour in the source. */
  shared: number
  /** Characters that are neither the source's nor words that only join. */
  foreign: number
  /** The longest row of such characters. */
  foreignRun: number
}

/**
 * How much of a text is in its source's words, how much only joins them, and how much is neither.
 *
 * @param text Part of a sentence, see `plainText`; so is `source`, which may hold more than one text.
 * @param figures What of `text` is checked as figures and left out here.
 */
export function coverageOf(text: string, source: string, figures: readonly Figure[]): Coverage {
  const isFigure = (at: number) => figures.some(({ start, end }) => at >= start && at < end)
  const joined = joinedIn(text)
  const coverage: Coverage = { shared: 0, foreign: 0, foreignRun: 0 }
  let run = 0
  const characters = [...text]
  let at = 0
  for (const [place, character] of characters.entries()) {
    const neighbours = [characters[place - 1], characters[place + 1]]
    const pairs = [`${neighbours[0]}${character}`, `${character}${neighbours[1]}`]
    const isShared = pairs.some((pair, side) => neighbours[side] !== undefined && source.includes(pair))
    const counts = /[\p{L}\d]/u.test(character) && !isFigure(at)
    const isForeign = counts && !isShared && !joined.has(at)
    run = isForeign ? run + 1 : 0
    if (isForeign) coverage.foreign += 1
    else if (counts && isShared) coverage.shared += 1
    coverage.foreignRun = Math.max(coverage.foreignRun, run)
    at += character.length
  }
  return coverage
}

/** The places of a text that words which only join take up, the longest word first. */
function joinedIn(text: string): Set<number> {
  const places = new Set<number>()
  for (let at = 0; at < text.length; at += 1) {
    let length = Math.min(longest, text.length - at)
    while (length > 0 && !joining.has(text.slice(at, at + length))) length -= 1
    for (let place = at; place < at + length; place += 1) places.add(place)
  }
  return places
}
