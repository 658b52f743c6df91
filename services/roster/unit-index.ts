import { fold } from '../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../knowledge/kept.ts'
import { lengthOf } from '../../knowledge/language/characters.ts'
import { namesOf } from './find-unit.ts'
import { cellOf, type RosterRow } from './roster.ts'
import { type Spelled, spell } from './spelled.ts'
import { aliases, writtenAlias } from './unit-names.ts'

/** A unit with all its rows and what it may be found by. */
export type IndexedUnit = {
  unit: string
  rows: RosterRow[]
  /** What people call it for short, the commonest first. */
  short: string[]
  /** Folded, the whole name first. */
  names: string[]
  /** How each name sounds, in their order. */
  spelled: Spelled[]
  /** Folded words of its rows beside its name: projects, districts. */
  words: string[]
}

/** Short names shown of a unit, and how long they may be. */
const mostShort = 3
const longestShort = 8

/** Every unit of the rows once, in the order of the text: long in the making, and kept as long as the rows are. */
export const unitIndex = keptFor((rows: RosterRow[]): IndexedUnit[] => {
  const named = new Map<RosterRow, string[]>()
  const units = Map.groupBy(rows, ({ unit }) => fold(unit))
  const holders = new Map<string, number>()
  for (const { name, rows: held } of namesOf(rows)) {
    holders.set(name, new Set(held.map(({ unit }) => fold(unit))).size)
    for (const row of held) named.set(row, [...(named.get(row) ?? []), name])
  }
  const isOwn = (name: string): boolean => holders.get(name) === 1
  return [...units].map(([folded, own]) => {
    const names = [...new Set([folded, ...own.flatMap((row) => named.get(row) ?? [])])]
    return {
      unit: own[0]!.unit,
      rows: own,
      short: shortOf(names.filter(isOwn), folded),
      names,
      spelled: names.map(spell),
      words: wordsOf(own),
    }
  })
})

const common = new Set(aliases.map(([short]) => short))

/** Names by which a unit alone is known: those that people are known to say, or else the shortest one. */
function shortOf(names: string[], folded: string): string[] {
  const short = names
    .filter((name) => lengthOf(name) <= Math.min(longestShort, lengthOf(folded) - 1))
    .sort((a, b) => lengthOf(a) - lengthOf(b))
  const said = short.filter((name) => common.has(name))
  return (said.length > 0 ? said.slice(0, mostShort) : short.slice(0, 1)).map(writtenAlias)
}

const wordsOf = (rows: RosterRow[]): string[] => [
  ...new Set(
    rows
      .flatMap((row) => [...row.roster.columns.labels.map((label) => cellOf(row, label)), row.roster.label.title])
      .map(fold),
  ),
]
