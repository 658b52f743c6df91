/** Digits that stand together, and what parts them from the next ones. */
export type Group = { digits: string; start: number; end: number; gap: string }

/** Neighbouring groups that may be one number; `gap` of the last is empty. */
export type Run = Group[]

const run = /\d+(?:(?:[^\p{L}\p{N}\n\0!?！？;；@]{1,4}|-{5,9})\d+)*/gu
const part = /(\d+)(\D*)/gu

/** Every run of groups in a text, in order. */
export function digitRuns(text: string): Run[] {
  return [...text.matchAll(run)].map(({ 0: whole, index }) =>
    [...whole.matchAll(part)].map(({ 1: digits = '', 2: gap = '', index: at }) => ({
      digits,
      gap,
      start: index + at,
      end: index + at + digits.length,
    })),
  )
}

/** Some groups of a run that may be a number: what is asked of it by every kind. */
export type Candidate = {
  digits: string
  /** Lengths of its groups: `3-4-4`. */
  shape: string
  /** What stands between its groups, each once. */
  gaps: readonly string[]
  start: number
  end: number
  /** What parts it from the digits before and behind; empty where none are near. */
  before: string
  after: string
}

/** More digits than any number has. */
const mostDigits = 22

/** The candidates that begin at a group, the longest first. */
export function candidatesAt(groups: Run, first: number): Candidate[] {
  const found: Candidate[] = []
  let digits = ''
  const sizes: number[] = []
  const gaps = new Set<string>()
  for (let at = first; at < groups.length; at++) {
    const group = groups[at]!
    digits += group.digits
    if (digits.length > mostDigits) break
    sizes.push(group.digits.length)
    const before = groups[first - 1]?.gap ?? ''
    const start = groups[first]!.start
    found.push({
      digits,
      shape: sizes.join('-'),
      gaps: [...gaps],
      start,
      end: group.end,
      before,
      after: group.gap,
    })
    gaps.add(group.gap)
  }
  return found.reverse()
}

/** Blanks, dashes, dots and the like, which people put into one number; commas part numbers more often. */
const soft = /^[^\p{L}\p{N},，。、:%％]+$/u

export const isSoft = ({ gaps }: Candidate): boolean => gaps.every((gap) => soft.test(gap))
export const isEven = ({ gaps }: Candidate): boolean => new Set(gaps.map((gap) => gap.trim())).size <= 1
/** Written digit by digit: 1 3 8 1 2. */
export const isSpelled = ({ shape, gaps }: Candidate): boolean => gaps.length === 1 && /^1(?:-1){6,}$/u.test(shape)
