import { keptByText, keptFor } from '../../knowledge/kept.ts'
import { lengthOf, pairsOf } from '../../knowledge/language/characters.ts'
import { plainly } from './label.ts'
import { cellOf, type RosterRow } from './roster.ts'
import { placesOf } from './unit-names.ts'

/** Values of a column that a text names. */
export type HeldValues = { column: string; values: string[] }

/** What each pair of characters that a value has and the text has not takes from its score. */
const lacking = 0.15
/** How much less than the best a value may have and be meant too: names that differ in their year alone. */
const alike = 0.02
const leastStretch = 2
const tellingStretch = 3

/** A column's values as they are compared. */
type Column = {
  name: string
  isGroup: boolean
  all: string[]
  plain: string[]
  places: string[]
  /** The pairs of characters of each value. */
  pairs: ReadonlySet<string>[]
  /** How far a pair of characters tells the values apart. */
  worth(pair: string): number
}

/** The columns of a table's rows that say something of its units; read once for the same array of rows. */
const columnsOf = keptFor((rows: readonly RosterRow[]): Column[] => {
  const groups = rows.flatMap(({ roster }) => roster.columns.groups)
  const names = new Set([...groups, ...rows.flatMap(({ roster }) => roster.columns.labels)])
  return [...names].map((name) => {
    const all = [...new Set(rows.map((row) => cellOf(row, name)))].filter((value) => value !== '')
    const plain = all.map(plainly)
    const pairs = plain.map((value) => new Set(pairsOf(value)))
    const worth = keptByText((pair) => Math.log((all.length + 1) / (pairs.filter((own) => own.has(pair)).length + 0.5)))
    return { name, isGroup: groups.includes(name), all, plain, places: placesOf(plain), pairs, worth }
  })
})

/** The column values that a text names, whole or by what tells them apart from the other values of their column. */
export function valuesIn(rows: readonly RosterRow[], text: string): HeldValues[] {
  let rest = text
  return columnsOf(rows).flatMap((column) => {
    const values = chosenOf(column, rest.replace(/(20\d\d)(?=还是|[和、与或及])/gu, '$1年度'))
    // What names a district doesn't name the office of that district too.
    for (const value of values)
      for (const stretch of sharedStretches(plainly(value), rest)) rest = rest.split(stretch).join('·')
    return values.length > 0 ? [{ column: column.name, values }] : []
  })
}

function chosenOf(column: Column, text: string): string[] {
  const { all } = column
  const rated = all.map((value, at) => ({ value, score: scoreOf(column, at, text) }))
  const best = Math.max(0, ...rated.map(({ score }) => score))
  const chosen = best <= 0 ? [] : rated.filter(({ score }) => score >= best * (1 - alike)).map(({ value }) => value)
  // A text that fits many values tells none of them.
  return chosen.length <= Math.max(4, all.length / 4) ? chosen : []
}

function scoreOf({ plain, places, pairs, worth, isGroup }: Column, at: number, text: string): number {
  const value = plain[at]!
  if (isOtherYear(value, plain, text)) return 0
  const stretches = sharedStretches(value, text)
  const isTelling = (stretch: string): boolean => {
    const holders = plain.filter((other) => other.includes(stretch)).length
    if (stretch === value || stretch === coreOf(value, places)) return true
    if (/^\d+年?度?$/u.test(stretch)) return holders < plain.length
    return lengthOf(stretch) >= tellingStretch
      ? holders <= Math.max(1, plain.length / 3)
      : (isGroup || stretches.length > 1) &&
          holders === 1 &&
          coreOf(value, places).startsWith(stretch) &&
          lengthOf(value) >= tellingStretch
  }
  if (!stretches.some(isTelling)) return 0
  const held = new Set(stretches.flatMap(pairsOf))
  return [...pairs[at]!].reduce(
    (sum, pair) => sum + (held.has(pair) ? worth(pair) : -lacking * Math.max(0, worth(pair))),
    0,
  )
}

/** A value without year, place and 项目. */
const coreOf = (value: string, places: string[]): string => {
  const undated = value.replace(/^\d{4}年?度?/u, '')
  const place = places.find((one) => undated.startsWith(one)) ?? ''
  return undated.slice(place.length).replace(/项目$/u, '')
}

/** Whether the text names the year of another value. */
function isOtherYear(value: string, plain: string[], text: string): boolean {
  const year = /20\d\d/u.exec(value)?.[0]
  const named: string[] = text.match(/20\d\d/gu) ?? []
  return year !== undefined && !named.includes(year) && named.some((one) => plain.some((other) => other.includes(one)))
}

/** The stretches of two characters and more that a value and a text share, the longest first, none within another. */
export function sharedStretches(value: string, text: string): string[] {
  const characters = [...value]
  const found: string[] = []
  for (let at = 0; at < characters.length;) {
    let [size, stretch] = [0, '']
    while (at + size < characters.length && text.includes(stretch + characters[at + size])) {
      stretch += characters[at + size]
      size += 1
    }
    if (size >= leastStretch && !/[·，,。、]|^\d{1,3}$/u.test(stretch)) found.push(stretch)
    at += Math.max(1, size - 1)
  }
  return [...new Set(found)].sort((a, b) => b.length - a.length)
}
