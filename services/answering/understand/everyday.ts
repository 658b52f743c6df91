import { type Catalogue, fold } from '../../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../../knowledge/kept.ts'
import words from '../../../knowledge/lexicon/everyday.json' with { type: 'json' }

/** What people say, and what notices write for it, the most usual first. */
export type Everyday = { word: string; official: string[] }

type Official = ReadonlyMap<string, string[]>

const everyday: Official = new Map(Object.entries(words).map(([word, official]) => [fold(word), official.map(fold)]))
const shortest = 2

/** The everyday words, and what staff say that people say for words of the notices in use. */
const officialFor = keptFor(({ notices }: Pick<Catalogue, 'notices'>): Official => {
  const given = notices.flatMap(({ spoken }) => spoken?.equivalents ?? [])
  if (given.length === 0) return everyday
  const all = new Map(everyday)
  for (const { said, written } of given) {
    const [word, official] = [fold(said), fold(written)]
    all.set(word, [...new Set([official, ...(all.get(word) ?? [])])])
  }
  return all
})

const longestOf = keptFor((official: Official) => Math.max(...[...official.keys()].map((word) => word.length)))

/** The everyday words of a folded text from left to right, the longest at each place; none overlap. */
export function everydayIn(text: string, catalogue: Pick<Catalogue, 'notices'>): Everyday[] {
  const official = officialFor(catalogue)
  const found: Everyday[] = []
  let at = 0
  while (at + shortest <= text.length) {
    const word = wordAt(text, at, official)
    if (word) found.push(word)
    at += word?.word.length ?? 1
  }
  return found
}

function wordAt(text: string, at: number, all: Official): Everyday | undefined {
  for (let size = Math.min(longestOf(all), text.length - at); size >= shortest; size--) {
    const word = text.slice(at, at + size)
    const official = all.get(word)
    if (official) return { word, official }
  }
  return undefined
}
