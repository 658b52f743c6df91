import { fold } from '../../knowledge/finding/catalogue.ts'
import { keptFor } from '../../knowledge/kept.ts'
import { cutTo, lengthOf } from '../../knowledge/language/characters.ts'
import { plainly } from './label.ts'
import type { RosterRow } from './roster.ts'
import { aliases, isAbbreviation, placesOf, variantsOf } from './unit-names.ts'

export type RosterMatch = RosterRow & { match: 'exact' | 'alias' | 'partial' }

/** A name with the rows it means. */
export type NamedUnit = { name: string; rows: RosterRow[] }

/** Every name of a set of rows with the rows it means, the longest first: long in the making, and the same for every question. */
export const namesOf = keptFor((rows: RosterRow[]): NamedUnit[] => {
  const names = new Map<string, Set<RosterRow>>()
  const add = (name: string, held: readonly RosterRow[]): void => {
    names.set(name, new Set([...(names.get(name) ?? []), ...held]))
  }
  for (const own of Map.groupBy(rows, (row) => row.entry.notice).values()) {
    const places = placesOf(own.map(({ unit }) => unit))
    for (const row of own) for (const variant of variantsOf(row.unit, places)) add(variant, [row])
  }
  for (const [short, full] of aliases) {
    const held = heldBy(rows, full)
    if (held.length > 0) add(short, held)
  }
  return [...names]
    .map(([name, held]) => ({ name, rows: [...held] }))
    .sort((a, b) => lengthOf(b.name) - lengthOf(a.name))
})

/** The rows that a full name means: of the unit of just that name, or where there is none, of those whose name holds it. */
function heldBy(rows: RosterRow[], full: string): RosterRow[] {
  const exact = rows.filter((row) => fold(row.unit) === full)
  return exact.length > 0 ? exact : rows.filter((row) => fold(row.unit).includes(full))
}

/** Characters from which on a part of a name finds it, where the whole name is not known. */
const longestPart = 4
const shortestPart = 2

/**
 * All places where a unit stands in the lists, found by its full or a common short name.
 *
 * @param name As people write it, e.g. 九院.
 * @returns Exact matches first, then known short names, then parts of names; empty where it is in no list.
 */
export function findUnit(rows: RosterRow[], name: string): RosterMatch[] {
  const asked = fold(name)
  if (lengthOf(asked) < shortestPart || !/[\p{L}\p{N}]/u.test(asked)) return []
  const exact = rows.filter((row) => fold(row.unit) === asked)
  if (exact.length > 0) return exact.map((row) => ({ ...row, match: 'exact' }))
  const named = namesOf(rows).find((one) => one.name === asked)?.rows ?? rows.filter((row) => namesBoth(asked, row))
  if (named.length > 0) return named.map((row) => ({ ...row, match: 'alias' }))
  if (isGeneral(rows, asked)) return []
  const isPart = (row: RosterRow): boolean =>
    fold(row.unit).includes(asked) ||
    namesOf(rows).some((one) => lengthOf(one.name) >= longestPart && asked.includes(one.name) && one.rows.includes(row))
  return rows.filter(isPart).map((row) => ({ ...row, match: 'partial' }))
}

/** Units that a word may stand in and still mean one: 机器人, 医院 and 上海 mean none. */
const mostMeant = 3

const isGeneral = (rows: RosterRow[], word: string): boolean =>
  new Set(rows.filter((row) => fold(row.unit).includes(word)).map(({ unit }) => unit)).size > mostMeant

/** A unit named with its project: 闵行区专利超市. */
function namesBoth(asked: string, row: RosterRow): boolean {
  const project = plainly(row.project).replace(/项目$/u, '')
  const rest = plainly(asked).replace(/项目$/u, '')
  return project !== '' && rest.endsWith(project) && variantsOf(row.unit).includes(rest.slice(0, -project.length))
}

/** The units spoken of in a text, longest names first, each stretch of the text used once. */
export function unitsIn(rows: RosterRow[], text: string): NamedUnit[] {
  return takeUnits(rows, fold(text)).units
}

/** The same with what is left of the text, a dot for every name. */
export function takeUnits(rows: RosterRow[], text: string): { units: NamedUnit[]; rest: string } {
  let rest = text
  const units: NamedUnit[] = []
  for (;;) {
    const [longest] = namesOf(rows)
      .filter(({ name }) => rest.includes(name))
      .map((unit) => continued(rest, unit))
      .sort((a, b) => lengthOf(b.name) - lengthOf(a.name))
    if (!longest) return { units, rest }
    units.push(longest)
    // A place may stand before any name: 上海市第九人民医院.
    const place = placeBefore(rows, rest, longest.name)
    rest = rest
      .split(place + longest.name)
      .join('·')
      .split(longest.name)
      .join('·')
  }
}

const placesIn = keptFor((rows: RosterRow[]) => placesOf(rows.map(({ unit }) => unit)))

function placeBefore(rows: RosterRow[], text: string, name: string): string {
  const spoken = placesIn(rows).flatMap((place) => [`${place}市`, `${place}省`, `${place}区`, place])
  return spoken.find((place) => text.includes(place + name)) ?? ''
}

/**
 * A short name with what follows it and still belongs to its units, 医院 in 复旦肿瘤医院; or to some of them, which are
 * meant then: 微创医疗 where there are 微创医疗器械 and 微创投资.
 */
function continued(text: string, { name, rows }: NamedUnit): NamedUnit {
  const following = [...(/^\p{Script=Han}{1,8}/u.exec(text.slice(text.indexOf(name) + name.length))?.[0] ?? '')]
  for (let size = following.length; size >= 2; size--) {
    const more = following.slice(0, size).join('')
    if (rows.every((row) => continues(fold(row.unit), name, more))) return { name: name + more, rows }
    const some = rows.filter((row) => fold(row.unit).includes(name + more))
    if (some.length > 0) return { name: name + more, rows: some }
  }
  return { name, rows }
}

const continues = (unit: string, name: string, more: string): boolean =>
  isAbbreviation(name + more, unit) && unit.includes(cutTo(more, 2))

/** Units that a part of their names may mean. */
const mostHolding = 8

/** The rows of the units whose names hold a text, where these are few. */
export function heldInNames(rows: RosterRow[], text: string): RosterRow[] {
  const held = lengthOf(text) < shortestPart ? [] : rows.filter(({ unit }) => fold(unit).includes(text))
  return new Set(held.map(({ unit }) => unit)).size > mostHolding ? [] : held
}

/** The unit of which a text that is no name of any is a part or an abbreviation; none where there are several. */
export function abbreviated(rows: RosterRow[], text: string): RosterRow[] {
  if (lengthOf(text) < 3) return []
  const part = rows.filter(({ unit }) => fold(unit).includes(text))
  if (new Set(part.map(({ unit }) => unit)).size === 1) return part
  const held = rows.filter(({ unit }) => {
    const name = fold(unit).replace(/[（(][^（）()]*[）)]/gu, '')
    return text.at(-1) === name.at(-1) && isAbbreviation(text, name) && name.includes(text.slice(0, 2))
  })
  return new Set(held.map(({ unit }) => unit)).size === 1 ? held : []
}
