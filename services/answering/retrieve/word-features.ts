import { held, isNumber } from './held.ts'
import type { Unit } from '../understand/question.ts'
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

/** How much of a word the passage, its clause, and what stands above it hold. */
type InPassage = { own: number; clause: number; company: number; exact: number }

function heldIn(passage: Passage, unit: Unit, own: number, company: number): InPassage {
  const isAbsent = passage.isWithin && own === 0 && !isNumber(unit)
  const inOwn = isAbsent ? 0 : held(passage.own, unit)
  const exact = passage.own.includes(unit.words[0] ?? '') ? 1 : 0
  return { own: inOwn, clause: Math.max(inOwn, own), company: Math.max(inOwn, company), exact }
}

/** What names the notice is said of all of it: a clause that repeats it is no nearer to what is asked. */
const throughout: InPassage = { own: 1, clause: 1, company: 1, exact: 1 }

export function wordFeatures(reading: Reading, passage: Passage): Words {
  const { words, weight: total, inTitle, asked } = reading
  const { notice } = passage.entry
  const shares = reading.heldIn(passage.entry)
  const isNamed = asked.named.includes(notice)
  const sum = { sentence: 0, clause: 0, company: 0, exact: 0, content: 0, held: 0, above: 0, near: 0, nearHeld: 0 }
  let [missing, largest] = [0, 0]
  for (const [at, unit] of words.entries()) {
    const { weight } = unit
    const here = heldIn(passage, unit, shares.own[at]!, shares.company[at]!)
    const said = isNamed && unit.names ? throughout : here
    sum.sentence += weight * said.own
    sum.clause += weight * said.clause
    sum.company += weight * said.company
    sum.exact += weight * said.exact
    largest = Math.max(largest, weight)
    // What the title says already tells no clause of the notice from another.
    if (inTitle(notice, unit) < 0.5) {
      sum.content += weight
      sum.held += weight * here.own
      sum.above += weight * here.company
      missing = Math.max(missing, weight * (1 - here.company))
    }
    if (unit.near) {
      sum.near += weight
      sum.nearHeld += weight * here.clause
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
