import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { labelsOf, writeAnswer } from '../eligibility/describe-answer.ts'
import { type FactKey, facts } from '../eligibility/facts.ts'
import type { Reading } from './answers/read-answer.ts'
import type { InterviewContext } from './interview-replies.ts'
import type { Taken } from './message.ts'
import { answerOpen, standingOf } from './standing.ts'
import { goOn } from './take-move.ts'

/** Records an answer and says so, with what it changes of the other questions. */
export function recordAnswer(
  context: InterviewContext,
  key: FactKey,
  reading: Extract<Reading, { kind: 'value' | 'unknown' }>,
): Taken {
  const { programme, interview } = context
  const value = reading.kind === 'value' ? reading.value : null
  const next = answerOpen(programme, interview, value)
  const written = writeAnswer(key, value)
  const isApproximate = reading.kind === 'value' && reading.isApproximate
  const noted = (isApproximate ? words.notedApproximate : words.noted)(facts[key].label, written)
  return goOn(context, next, [noted, ...(interview.reopened === undefined ? [] : changed(context, next))])
}

/** What an edited answer makes of the questions after it. */
function changed({ programme, interview }: InterviewContext, next: InterviewContext['interview']): string[] {
  const [before, after] = [standingOf(programme, interview), standingOf(programme, next)]
  const dropped = before.path.filter((key) => before.answers[key] !== undefined && !after.path.includes(key))
  const added = after.path.filter((key) => !before.path.includes(key))
  return [
    ...(dropped.length > 0 ? [words.notNeeded(labelsOf(dropped))] : []),
    ...(added.length > 0 ? [words.nowNeeded(labelsOf(added))] : []),
  ]
}
