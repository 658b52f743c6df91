import type { Entry } from '../../knowledge/finding/catalogue.ts'
import type { Aspect } from '../../knowledge/finding/aspects.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { listAnswer, listingsOf } from './listings.ts'
import { excerptOf } from './excerpt.ts'
import { sourceLine } from './frame.ts'
import { type Question, subjectUnits, totalWeight } from './question.ts'
import { programmesMeant } from './scopes.ts'
import { valueAsked } from './value-asked.ts'
import { inScope, type Scope } from './scope-fit.ts'
import { type Scored, scoreEntries } from './score-entries.ts'

const sidesShown = 3

/** Answers with both sides where two notices or programmes are asked about: the same point in each. */
export const answerComparison: Step = (inquiry) => {
  const sides = sidesOf(inquiry)
  if (sides.length < 2) return undefined
  const answers = sides
    .slice(0, sidesShown)
    .map((side) => sideAnswer(inquiry, side))
    .filter((answer) => answer !== undefined)
  if (answers.length < 2) return undefined
  const rests = [...new Set(answers.flatMap((answer) => answer.rests))]
  return {
    status: 'compared',
    text: [...new Set(answers.map((answer) => answer.text))].join('\n'),
    rests,
    scope: answers[0]?.scope,
    sides,
  }
}

/** The programmes to hold against each other: told apart by year, field or name, as the question does. */
function sidesOf({ catalogue, question, memory }: Inquiry): Scope[] {
  const compares = question.wishes.has('comparison')
  const meant = programmesMeant(catalogue, question)
  const notices = new Set(meant.map((scope) => scope.notice))
  if (question.years.length >= 2) return onePer(meant, question.programmes.size > 0 ? 'programme' : 'notice')
  const fields = fieldsApart(catalogue.notices, question)
  if (fields && notices.size >= 2 && (compares || question.value.kind !== 'text')) return onePer(meant, 'notice')
  const across = /两年|两次|两份|两回|前后|新旧|今年|以前|上次|上一?回|老通知|旧通知|往年|过去|新通知/u.test(
    question.text,
  )
  if (question.years.length === 0 && notices.size >= 2 && !fields && compares && across) return onePer(meant, 'notice')
  const alone =
    question.leaning === true || question.notices.size + question.programmes.size + question.years.length === 0
  if (alone && memory.sides && (compares || /各|都/u.test(question.text))) return memory.sides
  if (!compares) return []
  const [several] = catalogue.notices.filter(
    (notice) => notice.programmes.length >= 2 && (question.years.length === 0 || question.years.includes(notice.year)),
  )
  if (several && /(?:两|2)[个类种家].{0,4}中心/u.test(question.text)) {
    return several.programmes.map(({ id }): Scope => ({ notice: several.id, programme: id }))
  }
  const named = namesApart(
    catalogue.notices.flatMap((notice) => notice.programmes),
    question,
  )
  if (named && notices.size === 1) return meant
  if (named && question.years.length === 0) return meant.filter((scope) => scope.notice === meant[0]?.notice)
  const [other] = question.years
  if (memory.scope && other !== undefined && meant.length > 0 && !notices.has(memory.scope.notice))
    return [memory.scope, ...onePer(meant, 'notice')]
  return []
}

/** Whether two programmes of one notice are both named: 运营中心 and 促进中心. */
function namesApart(programmes: { id: string; names: string[] }[], question: Question): boolean {
  const text = question.text
  const promotion = programmes.filter(
    (programme) => programme.names.some((name) => text.includes(name)) && question.programmes.has(programme.id),
  )
  return (
    new Set(promotion.flatMap((programme) => programme.names.filter((name) => text.includes(name)))).size >= 2 &&
    /运营中心.*促进中心|促进中心.*运营中心|两个中心/u.test(text)
  )
}

/** Whether two fields are both named: 高校 and 医疗. */
function fieldsApart(notices: { id: string; names: string[]; programmes: unknown[] }[], question: Question): boolean {
  if (notices.some((notice) => notice.programmes.length === 0 && question.notices.has(notice.id))) return false
  const named = notices.filter((notice) => notice.programmes.length > 0 && question.notices.has(notice.id))
  return new Set(named.map((notice) => notice.names.find((name) => question.text.includes(name)))).size >= 2
}

const onePer = (scopes: Scope[], by: 'notice' | 'programme'): Scope[] => {
  const seen = new Set<string>()
  return scopes.filter((scope) => {
    const key = by === 'notice' ? scope.notice : `${scope.notice}#${scope.programme}`
    return seen.has(key) ? false : seen.add(key)
  })
}

/** What one side says on the point asked about: its list where a whole list is compared, else its best clauses. */
function sideAnswer(inquiry: Inquiry, side: Scope): Answer | undefined {
  const { question, catalogue, hits } = inquiry
  const own: Question = {
    ...question,
    years: [],
    value: valueAsked(question),
    notices: new Set([side.notice]),
    programmes: new Set(side.programme ? [side.programme] : []),
  }
  const ranked = scoreEntries(
    own,
    catalogue.entries.filter((entry) => inScope(side, entry)),
    hits,
  )
  const listing = wholeList(inquiry, side)
  if (listing) return listing
  const chosen = bestPerAspect(own, ranked)
  const [first] = chosen
  if (!first) return undefined
  const lines = chosen.map((entry) => excerptOf(own, entry, 120))
  return { status: 'compared', text: [sourceLine(inquiry, first), ...lines].join('\n'), rests: chosen, scope: side }
}

const listAspects: Aspect[] = ['conditions', 'targets', 'tasks', 'applicant', 'procedure']

/** The whole list of an aspect, when the question names nothing within it. */
function wholeList(inquiry: Inquiry, side: Scope): Answer | undefined {
  const { question, catalogue } = inquiry
  const rest = totalWeight(subjectUnits(question))
  const aspect = listAspects.find((name) => question.aspects.has(name))
  if (!aspect || rest > 6 || question.value.kind !== 'text') return undefined
  const listing = listingsOf(catalogue).find(
    ({ head }) => inScope(side, head) && head.aspects.has(aspect) && !head.clause.id.startsWith('a'),
  )
  return listing ? listAnswer(inquiry, listing) : undefined
}

/** For each aspect asked for the best clause that has it; the best of all where none is asked for. */
function bestPerAspect(question: Question, ranked: Scored[]): Entry[] {
  const fit = ranked.filter(({ entry }) => !['heading', 'row', 'table', 'furniture'].includes(entry.clause.kind))
  const [top] = fit
  if (!top || (top.coverage < 0.2 && (question.aspects.size === 0 || top.aspect < 0.5))) return []
  const entries = [top.entry]
  for (const aspect of question.aspects) {
    if (entries.some((entry) => entry.aspects.has(aspect))) continue
    const found = fit.find(({ entry }) => entry.aspects.has(aspect))
    if (found && entries.length < 2) entries.push(found.entry)
  }
  return entries
}
