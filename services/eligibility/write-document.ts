/** As wide as a line may be. */
const width = 120

/** A document as JSON that people read: whatever fits on a line stands on one. */
export function writeDocument(document: object): string {
  return `${write(document, 0, 0)}\n`
}

/** @param taken How many columns of the line the name before the value takes. */
function write(value: unknown, depth: number, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const isList = Array.isArray(value)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return open + close
  const nameOf = (key: string) => (isList ? '' : `${JSON.stringify(key)}: `)
  const inOneLine = entries.map(([key, one]) => nameOf(key) + write(one, 0, -Infinity)).join(', ')
  const line = isList ? `[${inOneLine}]` : `{ ${inOneLine} }`
  if (taken === -Infinity || (depth > 0 && depth * 2 + taken + columnsOf(line) + 1 <= width)) return line
  const indent = '  '.repeat(depth + 1)
  const lines = entries.map(([key, one]) => indent + nameOf(key) + write(one, depth + 1, columnsOf(nameOf(key))))
  return `${open}\n${lines.join(',\n')}\n${'  '.repeat(depth)}${close}`
}

/** Chinese characters are twice as wide as Latin ones. */
const columnsOf = (text: string): number =>
  text.replace(
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/gu,
    '**',
  ).length
