import type { Notice } from '../../knowledge/parsing/notice.ts'
import { replies } from '../../prompts/replies.ts'
import type { Aspect } from '../../knowledge/finding/aspects.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { sentencesOf, bodyOf } from './excerpt.ts'
import { sourceLine } from './frame.ts'
import { type Question, totalWeight } from './question.ts'
import { noticesMeant } from './scopes.ts'
import { type Deadline, deadlineOf, inChinese, inEnglish, lastDayIn } from './window.ts'

/** Answers until when papers are taken, and by today's date whether they still are. */
export const answerDeadline: Step = (inquiry) => {
  const { question, catalogue } = inquiry
  if (!question.aspects.has('deadline') || question.aspects.has('targets') || question.aspects.has('tasks'))
    return undefined
  const deadline = noticesAsked(inquiry)
    .map((notice) => deadlineOf(catalogue, notice))
    .find((found) => found !== undefined)
  if (!deadline || !isAboutPapers(question, deadline)) return undefined
  return {
    status: inquiry.today > deadline.day ? 'deadline-passed' : 'answered',
    text: deadlineText(inquiry, deadline),
    rests: [deadline.entry],
    scope: {
      notice: deadline.entry.notice.id,
      programme: inquiry.memory.scope?.notice === deadline.entry.notice.id ? inquiry.memory.scope.programme : undefined,
    },
  }
}

/** The notices meant, the one last spoken of where none is, else those that open a programme; newest first. */
function noticesAsked({ question, catalogue, memory }: Inquiry): Notice[] {
  const meant = noticesMeant(catalogue, question)
  if (meant.length > 0) return meant
  const ofYear = catalogue.notices.filter(
    (notice) => notice.programmes.length > 0 && question.years.includes(notice.year),
  )
  if (ofYear.length > 0) return ofYear
  const applies = /申报|报名|申请|能报|可以报/u.test(question.text)
  const last = catalogue.notices.filter(
    (notice) => notice.id === memory.scope?.notice && (notice.programmes.length > 0 || !applies),
  )
  if (last.length > 0) return last
  return catalogue.notices.filter((notice) => notice.programmes.length > 0)
}

/** Whether the question leaves nothing that the clause of the deadline does not speak to. */
function isAboutPapers(question: Question, deadline: Deadline): boolean {
  const rest = question.units.filter((unit) => unit.aspect !== 'deadline')
  const total = totalWeight(rest)
  const held = totalWeight(
    rest.filter(
      (unit) =>
        (unit.aspect && deadline.entry.aspects.has(unit.aspect)) ||
        unit.words.some((word) => deadline.entry.own.includes(word)),
    ),
  )
  return total - held < 14 || held / total > 0.5
}

/** The sentence that names the last day, and what that means today. */
function deadlineText(inquiry: Inquiry, { entry, day }: Deadline): string {
  const sentences = sentencesOf(bodyOf(entry))
  const sentence = sentences.find((candidate) => lastDayIn(candidate) !== undefined) ?? bodyOf(entry)
  return [
    sourceLine(inquiry, entry),
    inquiry.question.english ? `“${sentence}”` : sentence,
    windowLine(inquiry, entry.notice, day),
  ].join('\n')
}

/** What a last day means today: passed since when, or how many days are left. */
function windowLine({ today, question }: Inquiry, notice: Notice, day: string): string {
  const left = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000)
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
