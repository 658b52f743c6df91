import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { type FactKey, facts } from '../../services/eligibility/facts.ts'
import { labelsOf, writeAnswer } from '../../services/interview/describe-answer.ts'
import { answerOpen, standingOf } from '../../services/interview/interview.ts'
import type { Reading } from '../../services/interview/read-answer.ts'
import type { Desk } from './interview-replies.ts'
import { goOn, type Taken } from './take-move.ts'

/** Records an answer and says so, with what it changes of the other questions. */
export function recordAnswer(
  desk: Desk,
  key: FactKey,
  reading: Extract<Reading, { kind: 'value' | 'unknown' }>,
): Taken {
  const { programme, interview } = desk
  const value = reading.kind === 'value' ? reading.value : null
  const next = answerOpen(programme, interview, value)
  const written = writeAnswer(key, value)
  const isApproximate = reading.kind === 'value' && reading.isApproximate
  const noted = (isApproximate ? words.notedApproximate : words.noted)(facts[key].label, written)
  return goOn(desk, next, [noted, ...(interview.reopened === undefined ? [] : changed(desk, next))])
}

/** What an edited answer makes of the questions after it. */
function changed({ programme, interview }: Desk, next: Desk['interview']): string[] {
  const [before, after] = [standingOf(programme, interview), standingOf(programme, next)]
  const dropped = before.path.filter((key) => before.answers[key] !== undefined && !after.path.includes(key))
  const added = after.path.filter((key) => !before.path.includes(key))
  return [
    ...(dropped.length > 0 ? [words.notNeeded(labelsOf(dropped))] : []),
    ...(added.length > 0 ? [words.nowNeeded(labelsOf(added))] : []),
  ]
}
