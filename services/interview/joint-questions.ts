import type { Interview } from '../conversations/interview.ts'
import type { Condition } from '../eligibility/document-conditions.ts'
import type { FactKey } from '../eligibility/document-facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import { standingOf } from './standing.ts'

/** Questions that are answered by one message at most. */
const mostTogether = 5

/** The yes-or-no facts that a condition can't be met without. */
function neededIn(condition: Condition): FactKey[] {
  if ('allOf' in condition) return condition.allOf.flatMap(neededIn)
  return 'is' in condition && condition.is ? [condition.fact] : []
}

/**
 * The open question with those right behind it that want a yes too, since no condition is met without it: whoever meets
 * them all may say so at once. Empty where the open question stands alone, or was taken up again.
 */
export function jointQuestions(programme: ResolvedProgramme, interview: Interview): FactKey[] {
  const { open } = standingOf(programme, interview)
  if (open === undefined || interview.reopened !== undefined) return []
  const needed = neededBy(programme)
  const ahead = programme.factKeys.slice(programme.factKeys.indexOf(open))
  const end = ahead.findIndex((key) => !needed.has(key) || interview.answers[key] !== undefined)
  const together = ahead.slice(0, Math.min(end < 0 ? ahead.length : end, mostTogether))
  return together.length > 1 ? together : []
}

/** The same where they are put together: not to somebody who has just answered the one before them alone. */
export function offeredTogether(programme: ResolvedProgramme, interview: Interview): FactKey[] {
  const together = jointQuestions(programme, interview)
  const before = programme.factKeys[programme.factKeys.indexOf(together[0]!) - 1]
  const isOneByOne = before !== undefined && before === interview.last && neededBy(programme).has(before)
  return isOneByOne ? [] : together
}

const neededBy = ({ criteria }: ResolvedProgramme) => new Set(criteria.flatMap(({ condition }) => neededIn(condition)))
