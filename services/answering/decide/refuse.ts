import otherPlaces from '../../../knowledge/lexicon/other-places.json' with { type: 'json' }
import type { Aspect } from '../../../knowledge/finding/aspects.ts'
import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { holdsValue } from '../../../knowledge/finding/values.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { Inquiry, Offers } from '../answer.ts'
import { asksAgain } from '../understand/follow-up.ts'
import type { Question, Scope } from '../understand/question.ts'
import { newestOpening, scopeOf, unknownYear } from '../understand/scopes.ts'
import { contactOf } from './contact-of.ts'
import type { RefusalFinding, RefusalReason } from './finding.ts'

/** Asked to decide, certify or write, it says what it is for. */
export function refuseAction({ catalogue, question }: Inquiry): RefusalFinding | undefined {
  const demands =
    /(?:请你|帮我|给我|替我|为我|帮忙).{0,20}(?:批准|批一下|出具|开具|开一?[张份个]|出一?[份张个]|写一?[封份篇]|写封|代写|盖章|通融|延期)|请批准|立刻批准|同意我/u
  if (!demands.test(question.asked)) return undefined
  return {
    kind: 'refusal',
    status: 'not-found',
    reason: { by: 'power' },
    offers: contactAlone(waysOn({ catalogue, question })),
    rests: [],
  }
}

/** A year of which the notices know nothing is not answered from another year's. */
export function refuseUnknownYear({ catalogue, question, probability }: Inquiry): RefusalFinding | undefined {
  const year = unknownYear(catalogue, question)
  const supposed = question.intents.has('confirmation') && probability >= surelySupposed
  if (year === undefined || supposed) return undefined
  const { offers } = waysOn({ catalogue, question })
  return {
    kind: 'refusal',
    status: 'not-found',
    reason: { by: 'year', year },
    offers: withoutContact(offers),
    rests: [],
  }
}

/** Probability from which a question that supposes a wrong year is answered with what the notice says. */
const surelySupposed = 0.6

/** Nothing found: the clause that came nearest, what else its notice answers, and whom to ask. */
export function refuse(inquiry: Inquiry): RefusalFinding {
  const nearest = nearestOf(inquiry)
  const reason = silence(inquiry) ?? { by: 'nothing' }
  return { kind: 'refusal', status: 'not-found', reason, nearest, ...waysOn(inquiry, nearest), rests: [] }
}

/** Probability from which the best clause is offered as the nearest, though it isn't said to answer. */
const leastNear = 0.1

function nearestOf({ ranked, probability }: Inquiry): Entry | undefined {
  const [best] = ranked
  return best && probability >= leastNear && best.entry.clause.kind !== 'heading' ? best.entry : undefined
}

/**
 * How a clause shows that it speaks to an aspect, in whatever words. Of the other aspects nothing can be denied: conditions
 * and procedures may be told in words that we don't know for them.
 */
const shown: Partial<Record<Aspect, (text: string) => boolean>> = {
  contact: (text) => /热线|@|(?:电话|手机|联系|咨询)[^\d。；]{0,20}\d{3}/u.test(text),
  deadline: (text) => holdsValue(text, 'date'),
  money: (text) => holdsValue(text, 'money') || /[钱款费金酬]/u.test(text),
}

/** That a notice is silent on an aspect, where one notice is meant and none of its clauses has it or shows a value of it. */
function silence({ catalogue, question }: Inquiry): RefusalReason | undefined {
  const [meant, other] = question.notices
  const silent = [...question.aspects].find((aspect) => {
    const isShown = shown[aspect]
    if (!isShown) return false
    const speaks = (entry: Entry): boolean => entry.aspects.has(aspect) || isShown(entry.own)
    return !catalogue.entries.some((entry) => entry.notice === meant && speaks(entry))
  })
  const isSingle = other === undefined || question.years.length > 0 || meant?.replaces.includes(other.id) === true
  return isSingle && meant && silent ? { by: 'aspect', notice: meant, aspect: silent } : undefined
}

/** Whoever has the power is to be asked. */
const contactAlone = ({ offers }: Ways): Offers | undefined => offers && { of: offers.of, only: ['contact'] }

/** Another place or year is nothing that the contact of a notice answers for. */
const withoutContact = (offers: Offers | undefined): Offers | undefined =>
  offers && { of: offers.of, ...(offers.near && { near: offers.near }) }

type Ways = Pick<RefusalFinding, 'offers' | 'contact'>

/**
 * What fits what was asked: questions on the programme that it names, else that of the nearest clause, else on the notice
 * meant, else on the newest programme; whom to ask only where something of a notice was meant.
 */
function waysOn({ catalogue, question }: Pick<Inquiry, 'catalogue' | 'question'>, nearest?: Entry): Ways {
  const [named] = question.named
  const isNear = nearest !== undefined && (named === undefined || nearest.notice === named)
  const meant = isNear ? nearest.notice : (named ?? question.notices[0])
  const notice = meant ?? newestOpening(catalogue.notices)
  const contact = meant && contactOf(catalogue, meant)
  if (!notice) return {}
  const of = isNear && scopeOf(nearest).programme ? scopeOf(nearest) : programmeIn(notice, question)
  const near = [...question.aspects, ...(nearest?.aspects.keys() ?? [])]
  return { offers: { of, near, ...(contact && { last: 'contact' }) }, ...(contact && { contact }) }
}

/** The programme of a notice that the question names or leans on, else its first. */
function programmeIn({ id, programmes }: Notice, { programmes: named, leansOn }: Question): Scope {
  const programme = programmes.find((one) => named.has(one.id) || one.id === leansOn?.programme) ?? programmes[0]
  return programme ? { notice: id, programme: programme.id } : { notice: id }
}

/** What another place does is not answered from here: 「江苏的高校运营中心」, where no notice speaks of 江苏. */
export function refuseElsewhere(inquiry: Inquiry): RefusalFinding | undefined {
  if (!isElsewhere(inquiry)) return undefined
  const { offers, contact: _, ...refusal } = refuse({ ...inquiry, ranked: [] })
  return { ...refusal, offers: withoutContact(offers) }
}

/**
 * A question whose words no notice speaks of, in English, or a follow-up of a bare noun: weather?, 天气呢. It says nothing of what
 * was spoken of before, so that it is not answered from that.
 */
export function refuseUnread({ question, ...inquiry }: Inquiry): RefusalFinding | undefined {
  const { english, asked, terms, aspects, named, years, intents, ordinal } = question
  const isRead =
    inquiry.reading.figures.length + named.length + years.length + intents.size > 0 || ordinal !== undefined
  const own = terms.filter(({ aspect }) => aspect === undefined)
  const isOpen = english ? aspects.size === 0 : asksAgain.test(asked)
  if (isRead || !isOpen || own.length === 0 || own.some(({ words }) => inquiry.catalogue.noticesWith(words).size > 0))
    return undefined
  return refuse({ ...inquiry, question, ranked: [] })
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
