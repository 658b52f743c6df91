import { held, isNumber } from './held.ts'
import type { Passage } from './passages.ts'
import type { Reading } from './reading.ts'

/** Which of the question's words a passage, its clause and what stands above it hold. */
export const wordNames = [
  'sentence',
  'clause',
  'company',
  'exact',
  'content',
  'contentMissing',
  'missingMost',
  'near',
] as const
type Words = Record<(typeof wordNames)[number], number>

/** Weight of words from which on their share counts in full: less may be one word of chat. */
const fullContent = 5

export function wordFeatures({ words, weight: total, inTitle, heldIn, asked: { named } }: Reading, passage: Passage): Words {
  const { entry, own, isWithin } = passage
  const shares = heldIn(entry)
  const isNamed = (notice: typeof entry.notice): boolean => named.includes(notice)
  const sum = { sentence: 0, clause: 0, company: 0, exact: 0, content: 0, held: 0, above: 0, near: 0, nearHeld: 0 }
  let [missing, largest] = [0, 0]
  for (const [at, unit] of words.entries()) {
    const { weight } = unit
    const isAbsent = isWithin && shares.own[at] === 0 && !isNumber(unit)
    const inOwn = isAbsent ? 0 : held(own, unit)
    const inClause = Math.max(inOwn, shares.own[at]!)
    const inCompany = Math.max(inOwn, shares.company[at]!)
    // What names the notice is said of all of it: a clause that repeats it is no nearer to what is asked.
    const names = unit.names === true && isNamed(entry.notice)
    sum.sentence += weight * (names ? 1 : inOwn)
    sum.clause += weight * (names ? 1 : inClause)
    sum.company += weight * (names ? 1 : inCompany)
    sum.exact += weight * (names || own.includes(unit.words[0] ?? '') ? 1 : 0)
    largest = Math.max(largest, weight)
    // What the title says already tells no clause of the notice from another.
    if (inTitle(entry.notice, unit) < 0.5) {
      sum.content += weight
      sum.held += weight * inOwn
      sum.above += weight * inCompany
      missing = Math.max(missing, weight * (1 - inCompany))
    }
    if (unit.near) {
      sum.near += weight
      sum.nearHeld += weight * inClause
    }
  }
  return {
    sentence: share(sum.sentence, total),
    clause: share(sum.clause, total),
    company: share(sum.company, total),
    exact: share(sum.exact, total),
    content: share(sum.held, sum.content),
    contentMissing: (sum.content - sum.above) / Math.max(sum.content, fullContent),
    missingMost: share(missing, largest),
    near: share(sum.nearHeld, sum.near),
  }
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)
