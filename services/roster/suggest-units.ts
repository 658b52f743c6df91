import { fold } from '../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { englishUnits } from './english-names.ts'
import { isNearly } from './nearly.ts'
import type { RosterRow } from './roster.ts'
import { spell, spells } from './spelled.ts'
import { type IndexedUnit, unitIndex } from './unit-index.ts'
import { isAbbreviation } from './unit-names.ts'

/** `by`: its name, how that sounds or is shortened; a word of its rows; or a guess at what was meant. */
export type SuggestedUnit = Pick<IndexedUnit, 'unit' | 'short' | 'rows'> & { by: 'name' | 'row' | 'guess' }

/** How a unit is found, the best first; 0 for not at all. */
const ranks = { whole: 9, start: 8, inside: 7, spelledStart: 6, spelledInside: 5, shortened: 4, word: 3, alike: 2 }

const byRank = (rank: number): SuggestedUnit['by'] =>
  rank === ranks.word ? 'row' : rank === ranks.alike ? 'guess' : 'name'

/**
 * Units as somebody types: by the beginning of a full or short name, by what stands in it, by pinyin or its initials, by the
 * words of their rows, and where nothing else is found, by one wrong character.
 *
 * @param query As typed so far; '' gives the units with most rows.
 * @returns Best first, at most `limit`.
 */
export function suggestUnits(rows: RosterRow[], query: string, limit: number): SuggestedUnit[] {
  const index = unitIndex(rows)
  const asked = fold(query).replace(/['’·]/gu, '')
  if (asked === '')
    return listed(
      index.map((unit) => ({ unit, rank: ranks.whole })),
      limit,
      byRows,
    )
  const rated = index.map((unit) => ({ unit, rank: rankOf(unit, asked) })).filter(({ rank }) => rank > 0)
  if (rated.length > 0) return listed(rated, limit, byClosest)
  return listed(guessed(index, rows, query, asked), limit, byClosest)
}

type Rated = { unit: IndexedUnit; rank: number }

const byRows = (a: Rated, b: Rated): number => b.unit.rows.length - a.unit.rows.length
const byClosest = (a: Rated, b: Rated): number =>
  b.rank - a.rank || lengthOf(a.unit.unit) - lengthOf(b.unit.unit) || byRows(a, b)

const listed = (rated: Rated[], limit: number, order: (a: Rated, b: Rated) => number): SuggestedUnit[] =>
  rated
    .sort(order)
    .slice(0, limit)
    .map(({ unit: { unit, short, rows }, rank }) => ({ unit, short, rows, by: byRank(rank) }))

function rankOf({ names, spelled, words }: IndexedUnit, asked: string): number {
  if (names.includes(asked)) return ranks.whole
  if (names.some((name) => name.startsWith(asked))) return ranks.start
  if (names.some((name) => name.includes(asked))) return ranks.inside
  if (/^[a-z0-9]+$/u.test(asked)) {
    const best = Math.max(...spelled.map((one) => spells(asked, one)))
    if (best > 0) return best === 2 ? ranks.spelledStart : ranks.spelledInside
  }
  if (lengthOf(asked) >= 3 && isShortened(asked, names)) return ranks.shortened
  return lengthOf(asked) >= 2 && words.some((word) => word.includes(asked)) ? ranks.word : 0
}

/** 上交大, 云陵二院: the characters of a name in their order, the first one first. */
const isShortened = (asked: string, names: string[]): boolean =>
  names.some((name) => [...name][0] === [...asked][0] && isAbbreviation(asked, name))

/** Where no name, sound or word is met: names in English, names that sound the same, and names but for one character. */
function guessed(index: IndexedUnit[], rows: RosterRow[], query: string, asked: string): Rated[] {
  const english = new Set(englishUnits(rows, query))
  const inEnglish = index.filter(({ names }) => names.some((name) => english.has(name)))
  if (inEnglish.length > 0) return inEnglish.map((unit) => ({ unit, rank: ranks.spelledStart }))
  const sound = /\p{Script=Han}/u.test(asked) ? spell(asked).full : ''
  const alike = index.filter(
    ({ names, spelled }) =>
      (lengthOf(asked) >= 2 && sound !== '' && spelled.some((one) => soundsIn(sound, one))) ||
      names.some((name) => isNearly(asked, name)),
  )
  return alike.map((unit) => ({ unit, rank: ranks.alike }))
}

const soundsIn = (sound: string, { full, starts }: { full: string; starts: ReadonlySet<number> }): boolean => {
  const at = full.indexOf(sound)
  return at >= 0 && starts.has(at)
}
