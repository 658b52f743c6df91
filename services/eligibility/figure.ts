/** `toFixed` goes no further. */
const mostDecimals = 100

/** How many decimals the shortest decimal text of a number has. */
function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  const [digits = '', exponent = '0'] = String(value).split('e')
  const decimals = (digits.split('.')[1] ?? '').length - Number(exponent)
  return Math.min(Math.max(decimals, 0), mostDecimals)
}

const withoutZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text)

/** A finite number as people write it: no exponent, no needless zeros. */
export function writeFigure(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  return Math.abs(value) >= 1e21 ? BigInt(value).toString() : withoutZeros(value.toFixed(decimalsOf(value)))
}

/**
 * What is missing from `value` to `limit` by their decimal digits, so that no noise of binary fractions shows:
 * 499.9 lacks 0.1 to 500.
 *
 * @param value In 0…`limit`; `limit` is below 1e21.
 */
export function writeShortfall(limit: number, value: number): string {
  const decimals = Math.max(decimalsOf(limit), decimalsOf(value))
  if (decimals === 0) return String(limit - value)
  const scaled = (number: number) => BigInt(number.toFixed(decimals).replace('.', ''))
  const digits = (scaled(limit) - scaled(value)).toString().padStart(decimals + 1, '0')
  const point = digits.length - decimals
  return withoutZeros(`${digits.slice(0, point)}.${digits.slice(point)}`)
}

/** A figure as it is written in English: 5,200,000. */
export const grouped = (figure: string): string => {
  const [whole = '', ...decimals] = figure.split('.')
  return [whole.replace(/\B(?=(?:\d{3})+$)/gu, ','), ...decimals].join('.')
}
