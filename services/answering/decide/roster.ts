import type { Answer, Step } from '../answer.ts'
import { answerAbsent } from './roster-absent.ts'
import { type Asking, readAsking } from './roster-asking.ts'
import { answerFollowUp, answerNumber } from './roster-follow-up.ts'
import { answerGroup, answerGroupCounts, answerKind, answerLists } from './roster-groups.ts'
import { answerUnits } from './roster-units.ts'

/** The ways of answering from lists of units, the most particular first. */
const ways: ((asking: Asking) => Answer | undefined)[] = [
  answerNumber,
  answerUnits,
  answerGroupCounts,
  answerFollowUp,
  answerGroup,
  answerKind,
  answerLists,
]
/** What a list says of nobody: who is not in it, who need not take part. */
const ofNames = [answerNumber, answerUnits]

/**
 * Answers from the tables of units in the notices, whatever they are called: a unit's rows, the units of a project, a batch
 * or a district, a row by its number, how many there are. Passes where a word of the question is none that they account for.
 */
export const answerRoster: Step = (inquiry) => {
  const asking = readAsking(inquiry)
  if (!asking) return undefined
  if (asking.reading.left.length > 0) return answerAbsent(asking)
  for (const way of asking.wants.isNegated ? ofNames : ways) {
    const answer = way(asking)
    if (answer) return answer
  }
  return undefined
}
