import { citeAll } from '../answering/compose/cite.ts'
import type { Interview } from '../conversations/interview.ts'
import { checkProgramme } from '../eligibility/check-programme.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import { orderProgrammes } from '../eligibility/order-programmes.ts'
import { titleIn } from '../eligibility/programme-texts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { factsRead } from '../eligibility/rule.ts'
import type { Reply } from '../reply.ts'
import { act, type InterviewContext, reply, textsOf } from './reply-parts.ts'
import { standingOf } from './standing.ts'
import { assessmentOf } from './verdict-replies.ts'

/** Programmes that are offered instead. */
const mostOthers = 3

/** The facts by which a unit can't be an applicant whatever else it does, by the answers that count so far. */
function fixedFacts({ programme, interview, today }: InterviewContext): FactKey[] {
  const { answers } = standingOf(programme, interview)
  const { changes = [] } = checkProgramme(programme, answers, today).nearestFix ?? {}
  return changes.filter(({ when }) => when === 'never').map(({ key }) => key)
}

/**
 * Programmes for which the same answers leave the unit a possible applicant, open ones first, then the newest: those for
 * its kind where one is told by an answer, else those of which nothing is known yet.
 */
function othersFor({ programme, interview, known, today }: InterviewContext): ResolvedProgramme[] {
  const { answers } = standingOf(programme, interview)
  const isPossible = (one: ResolvedProgramme): boolean =>
    one.id !== programme.id && checkProgramme(one, answers, today).nearestFix?.when !== 'never'
  const isForKind = ({ facts }: ResolvedProgramme): boolean =>
    Object.entries(facts).some(([key, { applicants }]) => applicants !== undefined && answers[key] === true)
  const possible = orderProgrammes(known.programmes, today).flatMap((one) =>
    isPossible(one.programme) ? [one.programme] : [],
  )
  const forKind = possible.filter(isForKind)
  return (forKind.length > 0 ? forKind : possible).slice(0, mostOthers)
}

/**
 * Says at once that a unit can't be an applicant, by what an answer says that nothing changes: the result may be seen now,
 * or another programme checked, and whoever wants to goes on. Undefined where that is not new, or nothing is left to ask.
 */
export function exclusionReply(context: InterviewContext, next: Interview): Reply | undefined {
  const after = { ...context, interview: next }
  const [key] = fixedFacts(after)
  if (key === undefined || fixedFacts(context).length > 0) return undefined
  if (standingOf(context.programme, next).open === undefined) return undefined
  const words = textsOf(after)
  const assessment = assessmentOf(after)
  const ids = context.programme.criteria
    .filter(({ condition }) => factsRead(condition).includes(key))
    .map(({ id }) => id)
  const criterion = assessment.criteria.find(({ id, status }) => status === 'unmet' && ids.includes(id))
  const source = criterion && context.known.catalogue.find(criterion.source.notice, criterion.source.clause)
  const others = othersFor(after)
  const text = [words.excluded(assessment.nearestFix!.text), words.mayStop(others.length > 0)]
  return reply('info', text, {
    citations: source ? citeAll([source]) : [],
    actions: [
      act(words.showResult, '/confirm'),
      ...others.map((one) => act(words.start(titleIn(next.language, one)), `/check ${one.id}`)),
    ],
  })
}
