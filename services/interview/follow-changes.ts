import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { Interview } from '../conversations/interview.ts'
import type { ResolvedProgramme } from '../eligibility/resolve-programmes.ts'
import type { SuspendedProgramme } from '../eligibility/warning.ts'
import { readAnswer } from './answers/read-answer.ts'
import { asksSomething } from './asks-something.ts'
import { kept, type Message } from './message.ts'
import { changedPartsIn, changeTextsIn, titleIn } from '../eligibility/programme-texts.ts'
import { readMove } from './read-move.ts'
import { noteReply } from './reply-parts.ts'

/** What to say of a programme whose rules are others than those the interview was last held on; undefined where they are the same. */
export function wordOnChange(programme: ResolvedProgramme, { rules, language }: Interview): string | undefined {
  const { rulesVersion, changes } = programme
  // One that was begun before versions were noted was held on the notice as it came.
  if (rules === undefined ? !changes : rules === rulesVersion) return undefined
  const words = changeTextsIn(language)
  const title = titleIn(language, programme)
  return changes ? words.interviewChanged(title, changedPartsIn(language, programme)) : words.interviewRevised(title)
}

/** What to say of an interview on a programme that can't be checked for now. */
export function wordOnSuspension(suspended: SuspendedProgramme, { answers, language }: Interview): string {
  const { interviewSuspended, reasons } = changeTextsIn(language)
  return interviewSuspended(titleIn(language, suspended), reasons[suspended.reason], Object.keys(answers).length)
}

/** Marks an interview whose person has heard that it is suspended. */
const heard = ({ reason }: SuspendedProgramme): string => `suspended ${reason}`

/**
 * Takes a message while the programme of the interview is suspended: whatever belongs to the interview is answered with
 * why, and its answers are kept. Undefined for a question, once the person has heard it.
 */
export async function takeWhileSuspended(
  message: Message,
  interview: Interview,
  suspended: SuspendedProgramme,
): Promise<Answered | undefined> {
  const { text, command, state } = message
  const words = interviewTextsIn(interview.language)
  const move = readMove(text, command, { path: [], given: [], answers: {}, progress: { done: 0, total: 0 }, facts: {} })
  if (move?.name === 'cancel')
    return kept(state, { status: 'interview-cancelled', replies: [noteReply(words.cancelled)] })
  if (command && !move) return undefined
  if (interview.isConfirmed && !command) return undefined
  const isOwn = move !== undefined || (!asksSomething(text) && readsAsAnswer(text, suspended))
  if (!isOwn && interview.rules === heard(suspended)) return undefined
  const told = noteReply(wordOnSuspension(suspended, interview), [
    { label: words.leave, send: '/cancel' },
    { label: words.others, send: '/check' },
  ])
  const next = { ...interview, rules: heard(suspended) }
  if (isOwn) return kept(state, { status: 'interview-suspended', replies: [told], interview: next })
  const answered = await message.answerFromNotices(state)
  return { ...answered, replies: [told, ...answered.replies], state: { ...answered.state, interview: next } }
}

/** Whether a message could answer one of the programme's questions. */
const readsAsAnswer = (text: string, { facts }: SuspendedProgramme): boolean =>
  Object.values(facts).some((fact) => readAnswer(fact, text, []).kind !== 'unreadable')
