import type { Token } from './tokens.ts'

/** What of two texts has no counterpart in the other, when as much as can be is paired in the order of both. */
export type Alignment = { paired: number; added: Token[]; omitted: Token[] }

/** A day or month may be said without its year. */
const isSame = ({ text: one }: Token, { text: other }: Token): boolean =>
  one === other || (/^(?:date|month) -/u.test(one) && other.replace(/^(date|month) \d+-/u, '$1 -') === one)

/**
 * Pairs the tokens of a text with those of its source in order (longest common subsequence).
 *
 * @see Wagner, Fischer, The string-to-string correction problem, 1974, for the table.
 */
export function align(text: readonly Token[], source: readonly Token[]): Alignment {
  const width = source.length + 1
  const lengths = new Uint16Array((text.length + 1) * width)
  const at = (row: number, column: number) => lengths[row * width + column]!
  for (let row = text.length - 1; row >= 0; row -= 1)
    for (let column = source.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] = isSame(text[row]!, source[column]!)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
  const alignment: Alignment = { paired: at(0, 0), added: [], omitted: [] }
  let [row, column] = [0, 0]
  while (row < text.length || column < source.length) {
    const [one, other] = [text[row], source[column]]
    if (one && other && isSame(one, other)) [row, column] = [row + 1, column + 1]
    else if (one && (!other || at(row + 1, column) >= at(row, column + 1))) {
      alignment.added.push(one)
      row += 1
    } else {
      alignment.omitted.push(other!)
      column += 1
    }
  }
  return alignment
}
