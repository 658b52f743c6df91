/**
 * Text in characters. A JavaScript string counts UTF-16 code units, of which a rare ideograph or an emoji takes two; half of
 * one is no text, and PostgreSQL refuses it. Lengths, limits and index terms count code points; what people are shown ends
 * between grapheme clusters, so that no accent, flag or family loses a part.
 */
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** How many characters (code points) a text has. */
export const lengthOf = (text: string): number => [...text].length

/** Whether a text is one character (code point). */
export const isSingle = (text: string): boolean =>
  text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff)

/** Every stretch of so many neighbouring characters, in order; none in a shorter text. */
export function stretchesOf(text: string, size: number): string[] {
  const characters = [...text]
  const count = Math.max(0, characters.length - size + 1)
  return Array.from({ length: count }, (_, at) => characters.slice(at, at + size).join(''))
}

/** Every pair of neighbouring characters, in order. */
export const pairsOf = (text: string): string[] => stretchesOf(text, 2)

/** How alike two sets are, 0 … 1 (Dice): twice what they share, of both together. */
export const diceOf = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): number =>
  (2 * one.intersection(other).size) / Math.max(1, one.size + other.size)

/**
 * The last place at or before `unit` where a text may be cut: between grapheme clusters or, where a single one reaches from
 * the start beyond it, between code points.
 *
 * @param unit Offset in UTF-16 code units, as is the result. 0 only where `unit` is within the first code point.
 */
export function boundaryBefore(text: string, unit: number): number {
  if (unit >= text.length) return text.length
  // Whether there is a boundary depends on one character behind it.
  const { index = 0 } = graphemes.segment(text.slice(0, unit + 2)).containing(unit) ?? {}
  return index > 0 ? index : isWithinPair(text, unit) ? unit - 1 : unit
}

const isWithinPair = (text: string, unit: number): boolean => unit > 0 && text.codePointAt(unit - 1)! > 0xffff

/** The beginning of a text, of at most so many UTF-16 code units, as Telegram and spreadsheets count. */
export const cutToUnits = (text: string, most: number): string => text.slice(0, boundaryBefore(text, most))

/** The beginning of a text, of at most so many characters (code points). */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  let [unit, length] = [0, 0]
  for (const character of text) {
    if (length === most) return cutToUnits(text, unit)
    length += 1
    unit += character.length
  }
  return text
}

/** The same with 「…」 where something is left out; the mark comes on top of `most`. */
export function shortened(text: string, most: number): string {
  const short = cutTo(text, most)
  return short.length < text.length ? `${short}…` : text
}

/** A text as a database and its readers take it: half a pair becomes U+FFFD, null characters go. */
export const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '')

/** A JSON value with every text in it, keys included, made storable. */
export function storableJson<Value>(value: Value): Value {
  if (typeof value === 'string') return storable(value) as Value
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(storableJson) as Value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [storable(key), storableJson(one)])) as Value
}
