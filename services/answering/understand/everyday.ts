import { fold } from '../../../knowledge/finding/catalogue.ts'
import words from '../../../knowledge/lexicon/everyday.json' with { type: 'json' }

/** What people say, and what notices write for it, the most usual first. */
export type Everyday = { word: string; official: string[] }

const officialOf = new Map(Object.entries(words).map(([word, official]) => [fold(word), official.map(fold)]))
const longest = Math.max(...[...officialOf.keys()].map((word) => word.length))
const shortest = 2

/** The everyday words of a folded text from left to right, the longest at each place; none overlap. */
export function everydayIn(text: string): Everyday[] {
  const found: Everyday[] = []
  let at = 0
  while (at + shortest <= text.length) {
    const word = wordAt(text, at)
    if (word) found.push(word)
    at += word?.word.length ?? 1
  }
  return found
}

function wordAt(text: string, at: number): Everyday | undefined {
  for (let size = Math.min(longest, text.length - at); size >= shortest; size--) {
    const word = text.slice(at, at + size)
    const official = officialOf.get(word)
    if (official) return { word, official }
  }
  return undefined
}
