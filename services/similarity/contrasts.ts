import classes from '../../knowledge/lexicon/contrasts.json' with { type: 'json' }
import otherPlaces from '../../knowledge/lexicon/other-places.json' with { type: 'json' }
import { segmentsOf } from '../answering/understand/segment.ts'

/**
 * A set of values of which a question that means one never means another: 三级, 二级, 一级.
 * `unspoken` says how a question that names none stands to one that does: `any` agrees with each, `other` with none, and a
 * value stands for itself (who names no place asks of 本市). `shields` are words that hold a value and don't mean it.
 * Words of a class with `alsoNames` name notices and programmes too (医院运营中心): they count only where they don't.
 */
type ContrastClass = {
  name: string
  unspoken: string
  /** The words for each value, the one it is named by first. */
  values: string[][]
  shields?: string[] | undefined
  alsoNames?: boolean | undefined
}

/** The values a question names, by class; a class of which it names none is left out. */
export type Contrasts = Record<string, string[]>

/** Under this name stand the values of `sides` in the order of a question that says from what to what. */
const directed = 'direction'
const sides = new Set(['party', 'programme-kind'])
/** From, to, into: 医院转让给企业 is not 企业转让给医院. */
const direction = /[向给成到为对由从]/u

/** 南京东路 is a street here. */
const street = /^[东西南北中]?[一二三]?路/u

const contrastClasses = classes.map((one): ContrastClass =>
  one.name === 'place' ? { ...one, values: [...one.values, ...otherPlaces.map((place) => [place])] } : one,
)

const readers = contrastClasses.map(({ name, values, shields = [], alsoNames = false }) => {
  const words = values.flatMap((own) => own.map((word) => ({ word, value: own[0] })))
  const all: { word: string; value: string | undefined }[] = [
    ...words,
    ...shields.map((word) => ({ word, value: undefined })),
  ]
  return { name, alsoNames, words: all.toSorted((a, b) => b.word.length - a.word.length) }
})
type Reader = (typeof readers)[number]

/**
 * The values of each class that a text names. The longest word wins (运营促进中心 is no 运营中心); a word of one character
 * counts only where the dictionary sees a word of its own (前 in 获批前, not in 目前).
 *
 * @param text Folded, without figures and words that deny.
 * @param content The same without the names of notices and programmes.
 */
export function readContrasts(text: string, content: string): Contrasts {
  const single = new Set(segmentsOf(text).filter((word) => word.length === 1))
  const named = readers.map((reader): [string, string[]] => {
    const values = placesOf(reader, reader.alsoNames ? content : text, single).map(({ value }) => value)
    return [reader.name, [...new Set(values)].toSorted()]
  })
  return Object.fromEntries(
    [...named, [directed, readDirection(text)] as const].filter(([, values]) => values.length > 0),
  )
}

/** Where a text names values of a class. */
function placesOf({ name, words }: Reader, text: string, single: ReadonlySet<string>): { at: number; value: string }[] {
  let rest = text
  const places: { at: number; value: string }[] = []
  for (const { word, value } of words) {
    if (word.length === 1 && !single.has(word)) continue
    for (let at = rest.indexOf(word); at >= 0; at = rest.indexOf(word, at + 1)) {
      if (name === 'place' && street.test(rest.slice(at + word.length))) continue
      rest = rest.slice(0, at) + '·'.repeat(word.length) + rest.slice(at + word.length)
      if (value !== undefined) places.push({ at, value })
    }
  }
  return places
}

/** Who or what stands on either side of a direction, in order; none where a question has no direction. */
function readDirection(text: string): string[] {
  if (!direction.test(text)) return []
  const places = readers.filter(({ name }) => sides.has(name)).flatMap((reader) => placesOf(reader, text, new Set()))
  const values = new Set(places.toSorted((a, b) => a.at - b.at).map(({ value }) => value))
  return values.size > 1 ? [...values] : []
}

/** Whether two questions name values of a class that exclude each other, or the same sides in another order. */
export const contrastsConflict = (one: Contrasts, other: Contrasts): boolean =>
  contrastClasses.some(({ name, unspoken }) => {
    const [named, its] = [valuesOf(one, name, unspoken), valuesOf(other, name, unspoken)]
    return named.length > 0 && its.length > 0 && !named.some((value) => its.some((same) => meet(value, same)))
  }) || areTurned(one[directed] ?? [], other[directed] ?? [])

/** Classes of which who names no value means the one it stands for: who names no place asks of 本市. */
const standsFirm = new Set(['place', 'border', 'change-of-amount', 'inclusion'])

const valuesOf = (contrasts: Contrasts, name: string, unspoken: string): string[] =>
  contrasts[name] ?? (standsFirm.has(name) ? [unspoken] : [])

/** Classes that say who is meant: 三级医院 is not every hospital. */
const ofWho = new Set([
  'hospital-rank',
  'ownership',
  'enterprise-size',
  'employment',
  'legal-person',
  'district',
  'level',
  'party',
])

/** In how many classes two questions don't name the same values though nothing they name excludes the other, by whether these say who is meant. */
export function openContrasts(one: Contrasts, other: Contrasts): { who: number; kind: number } {
  const open = contrastClasses.filter(({ name, unspoken }) => !agree(one[name] ?? [], other[name] ?? [], unspoken))
  const who = open.filter(({ name }) => ofWho.has(name)).length
  return { who, kind: open.length - who }
}

/** Whether two questions may be the same as far as their contrasts go, one that names no value held against one that does. */
export const contrastsAgree = (one: Contrasts, other: Contrasts): boolean =>
  contrastClasses.every(({ name, unspoken }) => agree(one[name] ?? [], other[name] ?? [], unspoken)) &&
  !areTurned(one[directed] ?? [], other[directed] ?? [])

/** Whether the sides that both name stand in another order. */
function areTurned(one: string[], other: string[]): boolean {
  const shared = one.filter((value) => other.includes(value))
  return shared.length > 1 && shared.join() !== other.filter((value) => one.includes(value)).join()
}

/** The values that two questions name together; where both name some of a class, those they share. */
export function combinedContrasts(one: Contrasts, other: Contrasts): Contrasts {
  const shared = Object.entries(one).map(([name, values]): [string, string[]] => [
    name,
    values.filter((value) => other[name]?.includes(value) ?? true),
  ])
  return { ...other, ...Object.fromEntries(shared) }
}

function agree(one: string[], other: string[], unspoken: string): boolean {
  const among = (values: string[]) => (value: string) => values.some((its) => meet(value, its))
  if (unspoken === 'any') return one.length === 0 || other.length === 0 || one.some(among(other))
  const [a = [], b = []] = [one, other].map((values) =>
    values.length === 0 && unspoken !== 'other' ? [unspoken] : values,
  )
  return a.every(among(b)) && b.every(among(a))
}

/** Whether two values are one, or one is of those that the other takes in. */
const meet = (one: string, other: string): boolean => one === other || wider[one] === other || wider[other] === one

const wider: Readonly<Record<string, string>> = { 三甲: '三级', 三乙: '三级', 二甲: '二级', 二乙: '二级' }
