import { lengthOf } from '../../knowledge/language/characters.ts'
import type { Told } from '../answering/answer-question.ts'
import type { Inquiry } from '../answering/answer.ts'
import type { Finding } from '../answering/decide/finding.ts'

/**
 * Probability of the gate from which what was found is said at once, and up to which nothing is there to be found: of the
 * labelled questions on the bundled notices nine in ten are right beyond either (`npm run bench -- chooser` prints them).
 */
export const surely = 0.75
export const surelyNot = 0.1
/** Probability up to which a model may say that nothing answers, against what was found. */
export const doubtful = 0.6

/** Ways of answering that rest on the ranking; the others look up what was asked for. */
const ranked = new Set<Finding['kind']>(['clauses', 'list', 'deadline', 'several'])

type Found = Told & Required<Pick<Told, 'inquiry' | 'finding'>>

const wasSought = (found: Told): found is Found => found.inquiry !== undefined && found.finding !== undefined

const foundNothing = ({ kind }: Finding, reasonBy: string | undefined): boolean =>
  kind === 'refusal' && (reasonBy === 'nothing' || reasonBy === 'aspect')

/** Whether nothing was found, though the notices may say it. */
export const isUnfound = ({ finding }: Pick<Found, 'finding'>): boolean =>
  foundNothing(finding, finding.kind === 'refusal' ? finding.reason.by : undefined)

/** Whether a model is asked at all: where the gate is unsure, or nothing was found and our own reading is unsure. */
export function isUnsure(found: Told): found is Found {
  if (!wasSought(found)) return false
  const { inquiry, finding } = found
  if (isUnfound(found)) return inquiry.probability >= surelyNot || isReadingUnsure(inquiry)
  return ranked.has(finding.kind) && inquiry.probability < surely
}

/** Characters from which a message is long, and share of its words that no notice holds from which it is colloquial or foreign. */
const long = 60
const mostlyForeign = 0.4

/** Whether our own reading of the words is unsure. */
export function isReadingUnsure({ question, reading }: Inquiry): boolean {
  const weight = (isCounted: (one: { unknown?: boolean }) => boolean): number =>
    reading.words.filter(isCounted).reduce((sum, one) => sum + one.weight, 0)
  const all = weight(() => true)
  const unknown = weight((one) => one.unknown === true)
  return lengthOf(question.asked) >= long || all === 0 || unknown / all >= mostlyForeign
}
