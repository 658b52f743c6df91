import otherPlaces from '../../../knowledge/lexicon/other-places.json' with { type: 'json' }
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import type { Question } from '../understand/question.ts'
import { unknownYear } from '../understand/scopes.ts'
import type { ProgrammeChoice, RefusalFinding, RefusalReason } from './finding.ts'

/** Asked to decide, certify or write, it says what it is for. */
export function refuseAction({ question }: Inquiry): RefusalFinding | undefined {
  const demands =
    /(?:请你|帮我|给我|替我|为我|帮忙).{0,20}(?:批准|批一下|出具|开具|开一?[张份个]|出一?[份张个]|写一?[封份篇]|写封|代写|盖章|通融|延期)|请批准|立刻批准|同意我/u
  if (!demands.test(question.asked)) return undefined
  return { kind: 'refusal', status: 'not-found', reason: { by: 'power' }, rests: [] }
}

/** A year of which the notices know nothing is not answered from another year's. */
export function refuseUnknownYear({ catalogue, question, probability }: Inquiry): RefusalFinding | undefined {
  const year = unknownYear(catalogue, question)
  const supposed = question.intents.has('confirmation') && probability >= surelySupposed
  if (year === undefined || supposed) return undefined
  const offered = programmeNear({ catalogue, question })
  return { kind: 'refusal', status: 'not-found', reason: { by: 'year', year }, offered, rests: [] }
}

/** Probability from which a question that supposes a wrong year is answered with what the notice says. */
const surelySupposed = 0.6

/** Nothing found: the clause that came nearest, and a programme whose known questions may help. */
export const refuse = (inquiry: Inquiry): RefusalFinding => ({
  kind: 'refusal',
  status: 'not-found',
  reason: silence(inquiry) ?? { by: 'nothing' },
  nearest: nearestOf(inquiry),
  offered: programmeNear(inquiry),
  rests: [],
})

/** Probability from which the best clause is offered as the nearest, though it isn't said to answer. */
const leastNear = 0.1

function nearestOf({ ranked, probability }: Inquiry): Entry | undefined {
  const [best] = ranked
  return best && probability >= leastNear && best.entry.clause.kind !== 'heading' ? best.entry : undefined
}

/** That a notice is silent on an aspect, where one notice is meant and none of its clauses has it. */
function silence({ catalogue, question }: Inquiry): RefusalReason | undefined {
  const [meant, other] = question.notices
  const silent = [...question.aspects].find(
    (aspect) => !catalogue.entries.some((entry) => entry.notice === meant && entry.aspects.has(aspect)),
  )
  const isSingle = other === undefined || question.years.length > 0 || meant?.replaces.includes(other.id) === true
  return isSingle && meant && silent ? { by: 'aspect', notice: meant, aspect: silent } : undefined
}

/** The first programme of the notices meant, else of the newest that has one. */
function programmeNear({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): ProgrammeChoice | undefined {
  const notice = [...question.notices, ...catalogue.notices].find(({ programmes }) => programmes.length > 0)
  return notice && { notice, programme: notice.programmes[0]! }
}

/** What another place does is not answered from here: 「江苏的高校运营中心」, where no notice speaks of 江苏. */
export function refuseElsewhere(inquiry: Inquiry): RefusalFinding | undefined {
  return isElsewhere(inquiry) ? refuse({ ...inquiry, ranked: [] }) : undefined
}

/** Whether a place is asked about of which no loaded notice speaks; who may apply from there is another matter. */
const isElsewhere = ({ question, catalogue }: Inquiry): boolean =>
  !question.aspects.has('applicant') &&
  otherPlaces.some((place) => names(question, place) && catalogue.noticesWith([place]).size === 0)

/** In English the words stand apart, so that nothing follows a name. */
const names = ({ text, english }: Question, place: string): boolean =>
  english
    ? text.includes(place)
    : new RegExp(`${place}[市省]?(?:的|有|那边|市|省|知识产权|运营|医疗|高校|专利)`, 'u').test(text)
