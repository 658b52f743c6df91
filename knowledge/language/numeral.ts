/** The value of a numeral in any notation; NaN where it is none. */
export function parseNumeral(_text: string): number {
  return Number.NaN
}
