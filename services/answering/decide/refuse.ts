import otherPlaces from '../../../knowledge/lexicon/other-places.json' with { type: 'json' }
import { replies } from '../../../prompts/replies.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { leads } from '../../../prompts/leads.ts'
import type { Answer, Inquiry } from '../answer.ts'
import { nameOf } from '../compose/cite.ts'
import type { Question } from '../understand/question.ts'
import { unknownYear } from '../understand/scopes.ts'

/** Asked to decide, certify or write, it says what it is for. */
export function refuseAction({ question }: Inquiry): Answer | undefined {
  const demands =
    /(?:请你|帮我|给我|替我|为我|帮忙).{0,20}(?:批准|批一下|出具|开具|开一?[张份个]|出一?[份张个]|写一?[封份篇]|写封|代写|盖章|通融|延期)|请批准|立刻批准|同意我/u
  if (!demands.test(question.asked)) return undefined
  return { status: 'not-found', text: question.english ? replies.notFoundEnglish : replies.noPower, rests: [] }
}

/** A year of which the notices know nothing is not answered from another year's. */
export function answerUnknownYear({ catalogue, question, probability }: Inquiry): Answer | undefined {
  const year = unknownYear(catalogue, question)
  const supposed = question.intents.has('confirmation') && probability >= surelySupposed
  if (year === undefined || supposed) return undefined
  const text = question.english ? replies.notFoundYearEnglish(year) : replies.notFoundYear(year)
  return { status: 'not-found', text, rests: [], actions: nearby({ catalogue, question }) }
}

/** Probability from which a question that supposes a wrong year is answered with what the notice says. */
const surelySupposed = 0.6

/** Says honestly that the notices don't say it, and offers what they do say on the same programme. */
export function refuse(inquiry: Inquiry): Answer {
  const { question } = inquiry
  const lead = question.english ? replies.notFoundEnglish : (notStated(inquiry) ?? replies.notFound)
  const nearest = nearestOf(inquiry)
  const offered = nearest && !question.english ? leads.nearest(nameOf(nearest)) : undefined
  return {
    status: 'not-found',
    text: [lead, offered].filter(Boolean).join('\n'),
    lead,
    rests: [],
    nearest,
    actions: nearby(inquiry),
  }
}

/** Probability from which the best clause is offered as the nearest, though it isn't said to answer. */
const leastNear = 0.1

function nearestOf({ ranked, probability }: Inquiry): Entry | undefined {
  const [best] = ranked
  return best && probability >= leastNear && best.entry.clause.kind !== 'heading' ? best.entry : undefined
}

/** The plain word that a notice is silent on an aspect, where one notice is meant and none of its clauses has it. */
function notStated({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): string | undefined {
  const [meant, other] = question.notices
  const silent = [...question.aspects].find(
    (aspect) => !catalogue.entries.some((entry) => entry.notice === meant && entry.aspects.has(aspect)),
  )
  const name = silent && replies.aspects[silent]
  const isSingle = other === undefined || question.years.length > 0 || meant?.replaces.includes(other.id) === true
  return isSingle && meant && name ? replies.notStated(meant.shortTitle, name) : undefined
}

function nearby({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>): { label: string; send: string }[] {
  const [notice] = question.notices.filter(({ programmes }) => programmes.length > 0)
  const programme =
    notice?.programmes[0] ?? catalogue.notices.find(({ programmes }) => programmes.length > 0)?.programmes[0]
  const year = notice?.year ?? catalogue.notices.find(({ programmes }) => programmes.length > 0)?.year
  if (!programme || !year) return []
  return ['申报条件有哪些', '支持经费是多少', '申报什么时候截止'].map((what) => {
    const send = `${year}年${programme.title.replace(/^上海市/u, '')}的${what}？`
    return { label: send, send }
  })
}

/** What another place does is not answered from here: 「江苏的高校运营中心」, where no notice speaks of 江苏. */
export function refuseElsewhere(inquiry: Inquiry): Answer | undefined {
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
