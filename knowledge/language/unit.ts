import units from '../lexicon/units.json' with { type: 'json' }
import type { FigureKind } from './figure-shape.ts'

/** A measure word as it stands behind a number. */
export type Unit = { name: string; kind: FigureKind; length: number }

const kinds = ['money', 'percent', 'multiple', 'duration', 'count'] as const
const spellings = new Map<string, { name: string; kind: FigureKind }>(
  kinds.flatMap((kind) =>
    Object.entries(units[kind]).flatMap(([name, words]) => words.map((word) => [word, { name, kind }] as const)),
  ),
)
const notBefore: Record<string, string> = units.notBefore

const literal = (word: string): string => word.replace(/[.*+?^$|/()]/gu, String.raw`\$&`)

/** Words as one pattern, the longest first. */
export const anyOf = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(literal)
    .join('|')

const guarded = [...spellings.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((word) => {
    const excluded = notBefore[word] ?? ''
    const isLatin = /[A-Za-z]$/u.test(word)
    return `${literal(word)}${isLatin ? '(?![A-Za-z])' : excluded === '' ? '' : `(?![${excluded}])`}`
  })
const unit = new RegExp(`(?:${guarded.join('|')})`, 'uy')

/** The measure word that stands at an offset of a condensed text. */
export function unitAt(text: string, at: number): Unit | undefined {
  unit.lastIndex = at
  const [word] = unit.exec(text) ?? []
  return word === undefined ? undefined : { ...spellings.get(word)!, length: word.length }
}

/** The canonical name of a measure word: 名 → 人, 天 → 日. Nothing where it is none. */
export const measureNamed = (word: string): string | undefined => spellings.get(word)?.name

const alike: Record<string, string> = { 周岁: '岁', 工作日: '日' }

/** Whether two canonical names measure the same, so that one is asked and the other written: 日 and 工作日. */
export const isAlike = (one: string, other: string): boolean => (alike[one] ?? one) === (alike[other] ?? other)

/** Measure words that count nothing behind 一: 一个单位, 一批项目. */
export const generic: ReadonlySet<string> = new Set(units.generic)
