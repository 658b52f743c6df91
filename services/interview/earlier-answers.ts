import type { Answered } from '../conversations/answered.ts'
import type { Earlier, Interview } from '../conversations/interview.ts'
import { isAnswerTo } from '../eligibility/answers.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { giversOf } from './given.ts'
import type { Message } from './message.ts'

/** The last day on which the answer to a fact was given, where that is known. */
const dayOf = (interview: Interview, key: FactKey): string | undefined =>
  giversOf(interview, key).at(-1)?.on ?? interview.days?.[key]

/**
 * What was answered for another programme to questions that this one asks too, with the day on which it was: to be asked again,
 * and only to be confirmed where it still holds.
 */
export function earlierAnswers(
  { id, factKeys, facts }: ResolvedProgramme,
  before: Interview | undefined,
): Partial<Record<FactKey, Earlier>> {
  if (!before || before.programme === id) return {}
  const known = factKeys.flatMap((key): [FactKey, Earlier][] => {
    const answer = before.answers[key] ?? null
    const handedOn = before.earlier?.[key]
    if (answer === null) return handedOn && isAnswerTo(facts[key], handedOn.answer) ? [[key, handedOn]] : []
    if (!isAnswerTo(facts[key], answer)) return []
    const on = dayOf(before, key)
    return [[key, { answer, ...(before.said?.[key] && { said: before.said[key] }), ...(on !== undefined && { on }) }]]
  })
  return Object.fromEntries(known)
}

/** Notes on which day each answer of a turn was given. */
export function withDays(answered: Answered, { state, today }: Pick<Message, 'state' | 'today'>): Answered {
  const { interview } = answered.state
  if (!interview) return answered
  const before = state.interview?.programme === interview.programme ? state.interview : undefined
  const changed = Object.keys(interview.answers).filter(
    (key) => (interview.answers[key] ?? null) !== null && interview.answers[key] !== before?.answers[key],
  )
  if (changed.length === 0) return answered
  const days = { ...interview.days, ...Object.fromEntries(changed.map((key) => [key, today])) }
  return { ...answered, state: { ...answered.state, interview: { ...interview, days } } }
}
