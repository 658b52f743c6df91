import { isHeadingOf } from '../../../knowledge/finding/aspects.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import type { Inquiry } from '../answer.ts'
import type { Ranked } from '../retrieve/features.ts'

/** Nats by which a clause of the newer notice may rank below one of the notice that it replaces, and still lead. */
const nearlyAsLikely = 3

/** The best clause; where its notice has been replaced and no year is asked for, the newer notice's, if it fits about as well. */
export function newestFirst(inquiry: Inquiry): Ranked | undefined {
  const { question, ranked } = inquiry
  const first = countingFirst(ranked)
  if (question.years.length > 0 || question.leansOn) return first
  // A notice that replaces one may have been replaced itself.
  let best = first && (nextOf(inquiry, first) ?? first)
  while (best) {
    const later = nextOf(inquiry, best)
    if (!later || later.entry.notice.year <= best.entry.notice.year) break
    best = later
  }
  return best
}

/** The clause of a newer notice that takes the place of one; undefined where none does. */
function nextOf(inquiry: Inquiry, best: Ranked): Ranked | undefined {
  const { kind, unit } = inquiry.question.value
  const newer = newerThan(inquiry, best).filter(
    ({ entry, score }) => score > best.score - nearlyAsLikely && (kind === 'text' || holdsValue(entry.own, kind, unit)),
  )
  // What the old rule counts, patents and not licences, the new one counts as well.
  const alike = newer.find((one) => one.best.features.counted >= best.best.features.counted)
  return whoMayApplyNow(inquiry, best) ?? alike ?? newer[0]
}

/** Nats by which two clauses of one notice differ that are as good as tied. */
const tied = 0.5

/** The best clause; of two in one notice that are as good as tied, the one that counts what the question wants counted. */
function countingFirst([best, ...others]: readonly Ranked[]): Ranked | undefined {
  if (!best || best.best.features.counted === 1) return best
  const isTied = ({ entry, score }: Ranked): boolean => entry.notice === best.entry.notice && score > best.score - tied
  return others.find((one) => isTied(one) && one.best.features.counted === 1) ?? best
}

/** Clauses of notices that replace the best one's; of the newest, where a question is on what it counts and names none. */
function newerThan({ ranked, question, reading }: Inquiry, { entry: { notice } }: Ranked): Ranked[] {
  const isOpen = question.named.length === 0 && reading.content <= littleOwn
  const leads = ({ entry, best }: Ranked): boolean =>
    isOpen && entry.notice.id === question.presumed && best.features.counted === 1
  return ranked.filter((one) => one.entry.notice.replaces.includes(notice.id) || leads(one))
}

/**
 * Who may apply is said by the newest notice, also where only an older one holds the word that is asked for: a grade of
 * hospital that was demanded then says nothing of now.
 */
function whoMayApplyNow(inquiry: Inquiry, best: Ranked): Ranked | undefined {
  const { question, reading, ranked } = inquiry
  // Whoever gives a figure of his own asks about the limit for it: 80件专利能报吗.
  if (!question.aspects.has('applicant') || reading.figures.length > 0) return undefined
  if (saysWho(best.entry)) return sayingWho(newerThan(inquiry, best))
  const isAlone = reading.content <= littleOwn
  return isAlone ? sayingWho(ranked.filter(({ entry }) => entry.notice.id === question.presumed)) : undefined
}

/** Weight of words up to which a question asks who may apply, and says no more: 哪些单位可以申报. */
const littleOwn = 2.5

/** The best clause on who may apply, those under a heading for it first. */
const sayingWho = (ranked: Ranked[]): Ranked | undefined =>
  ranked.find(({ entry }) => saysWho(entry) && isHeadingOf(entry.clause.path, 'applicant')) ??
  ranked.find(({ entry }) => saysWho(entry))

const saysWho = ({ aspects, clause }: Entry): boolean => aspects.get('applicant') === 1 && clause.kind !== 'heading'
