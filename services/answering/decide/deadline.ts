import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Inquiry } from '../answer.ts'
import { leastProbability } from '../retrieve/gate.ts'
import type { Ranked } from '../retrieve/features.ts'
import { aboutAsLikely } from '../retrieve/rank.ts'
import { type Question, subjectUnits, totalWeight } from '../understand/question.ts'
import { newestOpening, scopeOf } from '../understand/scopes.ts'
import type { Finding, Step, Window } from './finding.ts'
import { quotedAs } from './source.ts'
import { type Deadline, deadlineIn, deadlineOf } from './window.ts'

/** Nats by which a clause with a last day may rank below the best one and still be the answer to when papers are due. */
const nearBest = 3
const notDue: Aspect[] = ['targets', 'tasks']

/** Answers until when papers are taken, and by today's date whether they still are. */
export const findDeadline: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  if (!question.aspects.has('deadline') || notDue.some((aspect) => question.aspects.has(aspect))) return undefined
  const found = rankedDeadline(inquiry)
  const notice = question.notices[0] ?? newestOpening(catalogue.notices)
  const deadline = found ?? (isBare(inquiry) && notice ? deadlineOf(catalogue, notice) : undefined)
  if (!deadline) return undefined
  return {
    kind: 'deadline',
    status: inquiry.today > deadline.day ? 'deadline-passed' : 'answered',
    window: windowOf(inquiry, deadline),
    quoted: quotedAs(inquiry, deadline.entry, deadline.sentence),
    rests: [deadline.entry],
    scope: { ...scopeOf(deadline.entry), programme: programmeKept(inquiry, deadline.entry) },
  }
}

/** The best clause that names a last day, where none without one ranks far above it. */
function rankedDeadline({ ranked, probability, question }: Inquiry): Deadline | undefined {
  const [best] = ranked
  if (!best || probability < leastProbability) return undefined
  const isMeant = ({ entry }: Ranked): boolean =>
    question.notices.length === 0 || question.notices.includes(entry.notice)
  const found = ranked
    .filter((one) => one.score >= best.score - nearBest && isMeant(one))
    .flatMap((one) => {
      const deadline = deadlineIn(one.entry, one.best.passage.text)
      return deadline ? [{ deadline, score: one.score }] : []
    })
  const [first] = found
  if (!first) return undefined
  const { notice } = first.deadline.entry
  const isOpen = question.years.length === 0 && question.leansOn?.notice !== notice.id
  const next = isOpen ? found.find(({ deadline }) => deadline.entry.notice.replaces.includes(notice.id)) : undefined
  if (next) return next.deadline
  // Of several notices that are about as likely meant the newest leads, and where nothing tells which is meant.
  const likely = isUntold(question) ? found : found.filter(({ score }) => score >= first.score - aboutAsLikely)
  return (likely.find(({ deadline }) => deadline.entry.notice.id === question.presumed) ?? first).deadline
}

/** Whether a question says nothing of which notice it means: 材料最晚几号要到. */
const isUntold = (question: Question): boolean =>
  question.named.length + question.years.length === 0 &&
  question.leansOn === undefined &&
  totalWeight(subjectUnits(question)) < littleTold
const littleTold = 2

/** Known words, in weight, that a question may have besides 截止 and still ask for the day of the notice meant alone. */
const fewWords = 8
const isBare = ({ question, probability }: Inquiry): boolean =>
  (probability >= leastProbability || question.leansOn !== undefined) &&
  totalWeight(subjectUnits(question).filter(({ unknown }) => !unknown)) < fewWords

/** The programme spoken of stays the topic where the day holds for all of its notice. */
const programmeKept = ({ memory }: Inquiry, { notice, programme }: Entry): string | undefined =>
  programme?.id ?? (memory.scope?.notice === notice.id ? memory.scope.programme : undefined)

const dayInMs = 86_400_000

/** What a last day means on a day, YYYY-MM-DD. */
export const windowOf = ({ today }: Pick<Inquiry, 'today'>, { day, entry }: Deadline): Window => ({
  day,
  left: Math.round((Date.parse(day) - Date.parse(today)) / dayInMs),
  takesApplications: entry.notice.programmes.length > 0,
})

const applying: Aspect[] = ['applicant', 'conditions', 'materials', 'procedure']

/** Adds to what was found on how or whether to apply that the window is closed, and since when. */
export function withWindow(inquiry: Inquiry, finding: Finding): Finding {
  const { question, catalogue, today } = inquiry
  const asks = applying.some((aspect) => question.aspects.has(aspect)) && !question.aspects.has('deadline')
  const notice = catalogue.notices.find(({ id }) => id === finding.scope?.notice)
  const states = finding.status === 'answered' || finding.status === 'listed' || finding.status === 'corrected'
  if (!asks || !states || !notice || notice.programmes.length === 0) return finding
  const deadline = deadlineOf(catalogue, notice)
  if (!deadline || today <= deadline.day) return finding
  return { ...finding, rests: [...finding.rests, deadline.entry], closed: windowOf(inquiry, deadline) }
}
