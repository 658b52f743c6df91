/**
 * Postings as text: pg reads text ten times as fast as bytes, and no database minds the characters U+0001 … U+007F. A number
 * below 64 is one character; others go on in steps of 63, as variable-length integers do.
 */
const ends = 64
const steps = 63
/** Counts up to this stand in one number with the gap. */
const inGap = 3

function write(bytes: number[], value: number): void {
  let rest = value
  while (rest >= ends) {
    rest -= ends
    bytes.push(1 + ends + (rest % steps))
    rest = Math.floor(rest / steps)
  }
  bytes.push(1 + rest)
}

/**
 * Writes one posting.
 *
 * @param bytes Gets the character codes.
 * @param gap From the place before in the block, at least 1; the first is counted from −1.
 * @param count How often the term stands in the clause, at least 1.
 */
export function writePosting(bytes: number[], gap: number, count: number): void {
  write(bytes, (gap - 1) * (inGap + 1) + Math.min(count - 1, inGap))
  if (count > inGap) write(bytes, count - 1 - inGap)
}

/** Calls `take` with the place in its block and the count of each posting, in order. */
export function readPostings(code: string, take: (place: number, count: number) => void): void {
  let place = -1
  let at = 0
  const { length } = code
  const read = (): number => {
    let value = code.charCodeAt(at++) - 1
    if (value < ends) return value
    let scale = 1
    let sum = 0
    while (value >= ends) {
      sum += value * scale
      scale *= steps
      value = code.charCodeAt(at++) - 1
    }
    return sum + value * scale
  }
  while (at < length) {
    const one = read()
    place += (one >> 2) + 1
    const least = one & inGap
    take(place, least < inGap ? least + 1 : read() + inGap + 1)
  }
}
