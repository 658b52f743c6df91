/** Characters from which on a name may be part of a longer one, and from which on one may be wrong. */
const leastPart = 4
const leastWhole = 2

/** Whether a text is a name, or from four characters on a part of one, but for one character wrong, left out or too many. */
export function isNearly(asked: string, name: string): boolean {
  const [typed, meant] = [[...asked], [...name]]
  if (typed.length < leastWhole) return false
  if (isOneOff(typed, meant)) return true
  if (typed.length < leastPart || typed.filter((character) => meant.includes(character)).length < typed.length - 1)
    return false
  for (let size = typed.length - 1; size <= typed.length + 1; size++)
    for (let at = 0; at + size <= meant.length; at++) if (isOneOff(typed, meant.slice(at, at + size))) return true
  return false
}

/** Whether two texts differ by one character at most: another one, one more or one less. Of two characters one is the same. */
function isOneOff(typed: readonly string[], meant: readonly string[]): boolean {
  const difference = Math.abs(typed.length - meant.length)
  if (difference > 1 || Math.min(typed.length, meant.length) < leastWhole) return false
  const shorter = Math.min(typed.length, meant.length)
  let start = 0
  while (start < shorter && typed[start] === meant[start]) start += 1
  const rest = difference === 0 ? 1 : 0
  const [left, right] = typed.length >= meant.length ? [typed, meant] : [meant, typed]
  return left.slice(start + 1).every((character, at) => character === right[start + rest + at])
}
