import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { cite } from '../answering/compose/cite.ts'
import type { Answered } from '../conversations/answered.ts'
import { writeAnswer } from '../eligibility/describe-answer.ts'
import type { FactKey } from '../eligibility/facts.ts'
import { facts } from '../eligibility/facts.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { Answers } from '../eligibility/rule.ts'
import { titleOf } from '../eligibility/title-of.ts'
import { warningOf } from '../eligibility/warning.ts'
import { holdWindow } from '../eligibility/window.ts'
import { kept, type Message } from './message.ts'
import { startInterview } from './standing.ts'
import { goOn } from './take-move.ts'

/** Asks the first question; what was said of the unit before is taken up. */
export function begin(programme: ResolvedProgramme, { known, state, today }: Message): Answered {
  const { proposed, shared: _, ...rest } = state
  const interview = { ...startInterview(programme, proposed), rules: programme.rulesVersion }
  const { note, source } = holdWindow(programme.window, today)
  const notes = [
    words.started(titleOf(programme), programme.factKeys.length),
    note,
    warningOf(programme) ?? '',
    ...takenUp(interview.answers),
  ]
  // What is asked on the way and names no programme is about this one.
  const memory = { ...state.memory, scope: { notice: programme.notice, programme: programme.id } }
  const taken = goOn({ programme, interview, known, today }, interview, notes)
  const entry = known.catalogue.find(source.notice, source.clause)
  const replies = taken.replies.map((one) => (entry ? { ...one, citations: [...one.citations, cite(entry)] } : one))
  return kept({ ...rest, memory }, { ...taken, replies })
}

/** Says which answers were taken from what was said. */
export function takenUp(answers: Answers): string[] {
  const written = (Object.keys(answers) as FactKey[]).map(
    (key) => `${facts[key].label}${writeAnswer(key, answers[key])}`,
  )
  return written.length > 0 ? [words.taken(written.join('、'))] : []
}
