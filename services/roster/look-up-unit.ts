import { fold } from '../../knowledge/finding/catalogue.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { looksLikeUnit } from './columns.ts'
import { findUnit, unitsIn } from './find-unit.ts'
import type { RosterRow } from './roster.ts'
import { suggestUnits } from './suggest-units.ts'
import { type IndexedUnit, unitIndex } from './unit-index.ts'

/**
 * What a name means. `none`: nothing is of that name; `alike` are guesses at what was meant, and `isFullName` says that it
 * is a whole name well understood, of which it may be said that no list has it.
 */
export type LookedUp =
  | { found: 'one'; unit: IndexedUnit }
  | { found: 'several'; units: IndexedUnit[] }
  | { found: 'none'; alike: IndexedUnit[]; isFullName: boolean }

const mostAlike = 5
/** Units that a name may mean and still be shown. */
const mostMeant = 200
/** Characters from which on a name that ends as names of organisations do is a whole one: 上海医院 is none. */
const leastFullName = 6

/** Finds the unit that a name means, whole or short, by pinyin, or in a sentence: 我们是昊海生物. */
export function lookUpUnit(rows: RosterRow[], asked: string): LookedUp {
  const index = unitIndex(rows)
  const folded = fold(asked)
  const whole = index.filter(({ unit }) => fold(unit) === folded)
  const names = whole.length > 0 ? [] : unitsIn(rows, asked)
  const found = whole.length > 0 || names.length > 1 ? [] : findUnit(rows, asked)
  const meant = found.length > 0 ? found : names.flatMap((name) => name.rows)
  const spoken = whole.length > 0 ? whole : unitsOf(index, meant)
  if (spoken.length > 0) return oneOf(spoken)
  const suggested = suggestUnits(rows, asked, mostMeant)
  const sure = suggested.filter(({ by }) => by !== 'guess').map(({ unit }) => unit)
  if (sure.length > 0 && folded !== '') return oneOf(index.filter(({ unit }) => sure.includes(unit)))
  const alike = suggested.slice(0, mostAlike).map(({ unit }) => unit)
  return {
    found: 'none',
    alike: index.filter(({ unit }) => alike.includes(unit)),
    isFullName: alike.length === 0 && lengthOf(folded) >= leastFullName && looksLikeUnit(folded),
  }
}

const unitsOf = (index: IndexedUnit[], rows: readonly RosterRow[]): IndexedUnit[] => {
  const meant = new Set(rows.map(({ unit }) => fold(unit)))
  return index.filter(({ unit }) => meant.has(fold(unit)))
}

const oneOf = (units: IndexedUnit[]): LookedUp =>
  units.length === 1 ? { found: 'one', unit: units[0]! } : { found: 'several', units }
