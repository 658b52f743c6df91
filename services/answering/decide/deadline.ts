import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { leads } from '../../../prompts/leads.ts'
import { replies } from '../../../prompts/replies.ts'
import type { Answer, Inquiry, Step } from '../answer.ts'
import { sourceAfter, sourceLine } from '../compose/frame.ts'
import type { Ranked } from '../retrieve/features.ts'
import { subjectUnits, totalWeight } from '../understand/question.ts'
import { scopeOf } from '../understand/scopes.ts'
import { type Deadline, deadlineIn, deadlineOf, inChinese, inEnglish } from './window.ts'

/** Nats by which a clause with a last day may rank below the best one and still be the answer to when papers are due. */
const nearBest = 3
const notDue: Aspect[] = ['targets', 'tasks']

/** Answers until when papers are taken, and by today's date whether they still are. */
export const answerDeadline: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  if (!question.aspects.has('deadline') || notDue.some((aspect) => question.aspects.has(aspect))) return undefined
  const found = rankedDeadline(inquiry)
  const [notice] = noticesAsked(inquiry)
  const deadline = found ?? (isBare(inquiry) && notice ? deadlineOf(catalogue, notice) : undefined)
  if (!deadline) return undefined
  return {
    status: inquiry.today > deadline.day ? 'deadline-passed' : 'answered',
    text: deadlineText(inquiry, deadline),
    lead: leadOf(inquiry, deadline),
    rests: [deadline.entry],
    scope: { ...scopeOf(deadline.entry), programme: programmeKept(inquiry, deadline.entry) },
  }
}

/** The best clause that names a last day, where none without one ranks far above it. */
function rankedDeadline({ ranked, probability, question }: Inquiry): Deadline | undefined {
  const [best] = ranked
  if (!best || probability < leastForDay) return undefined
  const isMeant = ({ entry }: Ranked): boolean =>
    question.notices.length === 0 || question.notices.includes(entry.notice)
  const found = ranked
    .filter((one) => one.score >= best.score - nearBest && isMeant(one))
    .flatMap((one) => deadlineIn(one.entry, one.best.passage.text) ?? [])
  // Of several notices that may be meant the newest leads.
  const isOpen = question.notices.length > 1 && question.years.length === 0
  return isOpen ? found.toSorted((one, other) => other.entry.notice.year - one.entry.notice.year)[0] : found[0]
}

/** Probability from which a clause with a last day answers: what is asked for stands in it. */
const leastForDay = 0.3

/** Known words, in weight, that a question may have besides 截止 and still ask for the day of the notice meant alone. */
const fewWords = 8
const isBare = ({ question }: Inquiry): boolean =>
  totalWeight(subjectUnits(question).filter(({ unknown }) => !unknown)) < fewWords

const noticesAsked = ({ question, catalogue }: Inquiry): Notice[] =>
  question.notices.length > 0 ? question.notices : catalogue.notices.filter(({ programmes }) => programmes.length > 0)

/** The programme spoken of stays the topic where the day holds for all of its notice. */
const programmeKept = ({ memory }: Inquiry, { notice, programme }: Entry): string | undefined =>
  programme?.id ?? (memory.scope?.notice === notice.id ? memory.scope.programme : undefined)

/** What the last day means today, the sentence that names it, and where it stands. */
function deadlineText(inquiry: Inquiry, deadline: Deadline): string {
  const { entry, day, sentence } = deadline
  const { english } = inquiry.question
  return [
    leadOf(inquiry, deadline),
    english ? `${sourceLine(inquiry, entry)}\n“${sentence}”` : sentence,
    windowLine(inquiry, entry.notice, day),
    ...(english ? [] : [sourceAfter(inquiry, entry)]),
  ].join('\n')
}

/** Closed since when, or until when and for how many days more. */
function leadOf({ today, question }: Inquiry, { day }: Deadline): string {
  const left = daysLeft(today, day)
  if (question.english) return left < 0 ? leads.closedEnglish(inEnglish(day)) : leads.openEnglish(inEnglish(day), left)
  return left < 0 ? leads.closed(inChinese(day)) : leads.open(inChinese(day), left)
}

const daysLeft = (today: string, day: string): number => Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)

/** What a last day means today: passed since when, or how many days are left. */
function windowLine({ today, question }: Inquiry, notice: Notice, day: string): string {
  const left = daysLeft(today, day)
  if (question.english) return left < 0 ? replies.closedEnglish(inEnglish(day)) : replies.openEnglish(inEnglish(day))
  if (left >= 0) return replies.open(inChinese(day), left)
  return notice.programmes.length > 0 ? replies.closed(inChinese(day)) : replies.closedReview(inChinese(day))
}

const applying: Aspect[] = ['applicant', 'conditions', 'materials', 'procedure']

/** Adds to an answer on how or whether to apply that the window is closed, and since when. */
export function withWindow(inquiry: Inquiry, answer: Answer): Answer {
  const { question, catalogue, today } = inquiry
  const asks = applying.some((aspect) => question.aspects.has(aspect)) && !question.aspects.has('deadline')
  const notice = catalogue.notices.find(({ id }) => id === answer.scope?.notice)
  const states = answer.status === 'answered' || answer.status === 'listed' || answer.status === 'corrected'
  if (!asks || !states || !notice || notice.programmes.length === 0) return answer
  const deadline = deadlineOf(catalogue, notice)
  if (!deadline || today <= deadline.day) return answer
  const line = windowLine(inquiry, notice, deadline.day)
  const { retelling } = answer
  return {
    ...answer,
    text: `${answer.text}\n${line}`,
    rests: [...answer.rests, deadline.entry],
    ...(retelling && { retelling: { ...retelling, after: [...retelling.after, line] } }),
  }
}
