import { isKnownUnit } from './content-units.ts'
import type { Answer, Inquiry, Step } from './answer.ts'
import { complement, newestFirst, pointedFirst, rivalOf } from './choose-clauses.ts'
import { isAnswer, isOtherYear, pointsTo } from './evidence.ts'
import type { Entry } from '../../knowledge/finding/catalogue.ts'
import { further, sourceLine, statement } from './frame.ts'
import { leadListing, listAnswer, wholeListing } from './listings.ts'
import { olderRule, premiseLead, silentOn, withoutValue } from './premise.ts'
import { replies } from '../../prompts/replies.ts'
import { improbable } from './retrieve/gate.ts'
import { scopeOf } from './scopes.ts'
import type { Scored } from './score-entries.ts'
import { totalWeight } from './question.ts'

/** Answers with the clause that fits best, and a second one where the question has a part the first leaves open. */
export const answerFact: Step = (inquiry) => {
  const { question, ranked } = inquiry
  const best = newestFirst(question, pointedFirst(question, ranked))
  if (!best) return undefined
  const isImprobable = inquiry.found.probability < improbable
  if (isImprobable || (!isAnswer(question, best) && !isContinued(inquiry, best))) return counterpart(inquiry)
  const led = leadListing(inquiry, best.entry) ?? wholeListing(inquiry, best.entry)
  if (led && question.value.kind !== 'date' && question.value.kind !== 'year') return listAnswer(inquiry, led)
  const rests = [best.entry]
  const second = complement(question, best, ranked)
  if (second) rests.push(second)
  const lead = premiseLead(question, rests)
  const lines = rests.map((entry, at) =>
    at === 0 ? statement(inquiry, entry, rests.length === 1 ? 220 : 130) : further(inquiry, entry, 130),
  )
  const older = rests.length === 1 ? olderRule(inquiry, best) : undefined
  const rival = rests.length === 1 ? rivalOf(inquiry, best) : undefined
  if (rival) {
    rests.push(rival)
    lines.push(statement(inquiry, rival, 150))
  }
  if (older) lines.push(older.line)
  const silence =
    lead || question.english ? undefined : (silentOn(inquiry, best.entry) ?? withoutValue(question, rests))
  return {
    status: lead ? 'corrected' : 'answered',
    text: [lead ?? silence, ...lines].filter(Boolean).join('\n'),
    rests: older ? [...rests, older.entry] : rests,
    scope: scopeOf(best.entry),
    // What is set beside the clause, or said against the question, stays as it is.
    ...(!lead && !silence && !older && !rival && !question.english && { retelling: retellingOf(inquiry, rests) }),
  }
}

/** Clauses of different lists are told apart by where they stand, which other words would lose. */
const retellingOf = (inquiry: Inquiry, entries: Entry[]): Answer['retelling'] =>
  entries.every(({ parent }) => parent === entries[0]!.parent)
    ? { entries, source: sourceLine(inquiry, entries[0]!).replace(/：$/u, ''), after: [] }
    : undefined

/** Asked for another way than the one a clause has just named, which the clause gives after 「或」. */
const otherWay =
  /(?:达不到|不够|不满足|没达到|达不成|没有的话).{0,6}(?:怎么办|咋办|行吗|可以吗)|别的路|其他办法|别的办法|还有.{0,3}(?:办法|途径|选择)/u

/** 「到什么时候？」 after an answer whose clause says it. */
const isContinued = ({ question, memory, catalogue }: Inquiry, best: Scored): boolean =>
  ((question.value.kind !== 'text' &&
    best.value &&
    totalWeight(question.units.filter((unit) => isKnownUnit(catalogue, unit))) < 1.5) ||
    (otherWay.test(question.text) && best.entry.own.includes('或'))) &&
  (memory.rests ?? []).some(({ notice, clause }) => notice === best.entry.notice.id && clause === best.entry.clause.id)

/**
 * Whether a notice still asks for what another year's did (「2025年的还要求三级吗」): the clause of the same kind in
 * the notice meant, said to be silent on it.
 */
function counterpart(inquiry: Inquiry): Answer | undefined {
  const { question, ranked, catalogue } = inquiry
  const other = ranked.find(
    ({ entry, coverage }) =>
      coverage >= 0.6 &&
      (isOtherYear(question, entry) || (question.notices.size > 0 && !question.notices.has(entry.notice.id))),
  )
  if (!other || !question.wishes.has('confirmation')) return undefined
  const aspect = [...other.entry.aspects].find(([, strength]) => strength === 1)?.[0]
  const meant = catalogue.entries.find(
    (entry) =>
      pointsTo(question, entry) &&
      (question.years.length === 0 || question.years.includes(entry.notice.year)) &&
      (question.programmes.size === 0 || !entry.programme || question.programmes.has(entry.programme.id)) &&
      !['heading', 'row'].includes(entry.clause.kind) &&
      aspect !== undefined &&
      entry.aspects.get(aspect) === 1,
  )
  const silence = meant && (silentOn(inquiry, meant) ?? replies.noSuchRule)
  return meant && silence
    ? { status: 'corrected', text: `${silence}\n${statement(inquiry, meant)}`, rests: [meant], scope: scopeOf(meant) }
    : undefined
}
