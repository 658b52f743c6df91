import type { Question } from './question.ts'
import otherPlaces from '../../knowledge/lexicon/other-places.json' with { type: 'json' }
import { replies } from '../../prompts/replies.ts'
import type { Answer, Inquiry } from './answer.ts'
import { noticesMeant, unknownYear } from './scopes.ts'

/** Asked to decide, certify or write, it says what it is for. */
export function refuseAction({ question }: Inquiry): Answer | undefined {
  const demands =
    /(?:请你|帮我|给我|替我|为我|帮忙).{0,20}(?:批准|批一下|出具|开具|开一?[张份个]|出一?[份张个]|写一?[封份篇]|写封|代写|盖章|通融|延期)|请批准|立刻批准|同意我/u
  if (!demands.test(question.asked)) return undefined
  return { status: 'not-found', text: question.english ? replies.notFoundEnglish : replies.noPower, rests: [] }
}

/** A year of which the notices know nothing is not answered from another year's. */
export function answerUnknownYear({ catalogue, question, ranked }: Inquiry): Answer | undefined {
  const year = unknownYear(catalogue, question)
  const supposed = question.wishes.has('confirmation') && (ranked[0]?.coverage ?? 0) >= 0.6
  if (year === undefined || supposed) return undefined
  const text = question.english ? replies.notFoundYearEnglish(year) : replies.notFoundYear(year)
  return { status: 'not-found', text, rests: [], actions: nearby({ catalogue, question }) }
}

/** Says honestly that the notices don't say it, and offers what they do say on the same programme. */
export function refuse({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): Answer {
  return {
    status: 'not-found',
    text: question.english ? replies.notFoundEnglish : (notStated({ catalogue, question }) ?? replies.notFound),
    rests: [],
    actions: nearby({ catalogue, question }),
  }
}

/** The plain word that a notice is silent on an aspect, where one notice is meant and none of its clauses has it. */
function notStated({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): string | undefined {
  const meant = noticesMeant(catalogue, question)
  const silent = [...question.aspects].find(
    (aspect) => !catalogue.entries.some((entry) => entry.notice === meant[0] && entry.aspects.has(aspect)),
  )
  const name = silent && replies.aspects[silent]
  const single =
    meant.length === 1 || question.years.length > 0 || meant[0]?.replaces.includes(meant[1]?.id ?? '') === true
  return single && meant[0] && name ? replies.notStated(meant[0].shortTitle, name) : undefined
}

function nearby({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): { label: string; send: string }[] {
  const [notice] = noticesMeant(catalogue, question).filter(({ programmes }) => programmes.length > 0)
  const programme =
    notice?.programmes[0] ?? catalogue.notices.find(({ programmes }) => programmes.length > 0)?.programmes[0]
  const year = notice?.year ?? catalogue.notices.find(({ programmes }) => programmes.length > 0)?.year
  if (!programme || !year) return []
  return ['申报条件有哪些', '支持经费是多少', '申报什么时候截止'].map((what) => {
    const send = `${year}年${programme.title.replace(/^上海市/u, '')}的${what}？`
    return { label: send, send }
  })
}

/** Another place's programme is not answered from Shanghai's: 「江苏的高校运营中心」. */
export function refuseElsewhere(inquiry: Inquiry): Answer | undefined {
  return isElsewhere(inquiry.question) ? refuse(inquiry) : undefined
}

/** Whether another place is asked about: 「深圳的运营中心」; who may apply from there is another matter. */
const isElsewhere = (question: Question): boolean =>
  !question.aspects.has('applicant') &&
  otherPlaces.some((place) =>
    new RegExp(`${place}[市省]?(?:的|有|那边|知识产权|运营|医疗|高校|专利)`, 'u').test(question.text),
  )
