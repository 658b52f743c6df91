import { foldWidth } from '../language/clean-text.ts'
import type { Marker, MarkerStyle } from './markers.ts'

/** A number that is one only in a list: printed like a decimal, a letter of a word. `key` is what its neighbours share. */
type Candidate = { key: string; number: number; style: MarkerStyle; printed: string; name?: string }

const shapes: [RegExp, (match: RegExpExecArray) => Candidate][] = [
  [
    /^((?:\d{1,2}[.．]){1,3})(\d{1,2})[.．、]?(?=\s|\p{Script=Han})/u,
    ([printed, before = '', last = '']) => ({
      key: before,
      number: Number(last),
      style: `decimal-${before.split(/[.．]/u).length}` as MarkerStyle,
      printed,
      name: `${before.replace(/[.．]/gu, '.')}${last}`,
    }),
  ],
  [
    /^([a-z])\s*[.．、)）]\s*(?=\p{Script=Han}|[《“（])/iu,
    ([printed, letter = '']) => ({
      key: letter === letter.toUpperCase() ? 'A' : 'a',
      number: letter.toLowerCase().charCodeAt(0) - 96,
      style: 'letter',
      printed,
      name: letter.toLowerCase(),
    }),
  ],
  [
    /^(\d{1,2})[.．](?=\d)/u,
    ([printed, digits = '']) => ({ key: '', number: Number(digits), style: 'arabic-dot', printed }),
  ],
]

/** How many paragraphs may stand between two entries of a list. */
const reach = 6

/**
 * The number of a paragraph that is one by the list it stands in: 「1.65岁以上」 beside 「2.」, 「a.」 before 「b.」,
 * 「2.1」 before 「2.2」.
 *
 * @param beside The paragraphs near it, `markerOf` what was read of them before.
 */
export function listedMarker(
  raws: readonly string[],
  at: number,
  markerOf: (at: number) => Marker | undefined,
): Marker | undefined {
  for (const [shape, candidateOf] of shapes) {
    const match = shape.exec(foldWidth(raws[at]!))
    const found = match && candidateOf(match)
    if (!found || !hasNeighbour(raws, at, found, shape, candidateOf, markerOf)) continue
    const { style, number, printed, name } = found
    return { style, number, raw: raws[at]!.slice(0, printed.length), ...(name !== undefined && { name }) }
  }
  return undefined
}

function hasNeighbour(
  raws: readonly string[],
  at: number,
  found: Candidate,
  shape: RegExp,
  candidateOf: (match: RegExpExecArray) => Candidate,
  markerOf: (at: number) => Marker | undefined,
): boolean {
  if (found.style === 'arabic-dot') {
    const isIn = (beside: Marker | undefined, wanted: number) =>
      beside?.style === 'arabic-dot' && beside.number === wanted
    return isIn(markerOf(at - 1), found.number - 1) || (found.number === 1 && isIn(markerOf(at + 1), 2))
  }
  for (let near = Math.max(0, at - reach); near < Math.min(raws.length, at + reach + 1); near++) {
    const match = near === at ? null : shape.exec(foldWidth(raws[near]!))
    const other = match && candidateOf(match)
    if (other?.key === found.key && other.number - found.number === Math.sign(near - at)) return true
  }
  return false
}
