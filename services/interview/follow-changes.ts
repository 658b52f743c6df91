import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import type { Interview } from '../conversations/interview.ts'
import { shownOf } from '../eligibility/shown-check.ts'
import type { SuspendedProgramme } from '../eligibility/warning.ts'
import type { Reply } from '../reply.ts'
import { readAnswer } from './answers/read-answer.ts'
import { asksSomething } from './asks-something.ts'
import { checkChangeReply } from './check-change.ts'
import { kept, type Message } from './message.ts'
import { changedPartsIn, changeTextsIn, titleIn } from '../eligibility/programme-texts.ts'
import { readMove } from './read-move.ts'
import { type InterviewContext, noteReply } from './reply-parts.ts'
import { assessmentOf } from './verdict-replies.ts'

/**
 * Whether a programme's rules are others than those its interview was last held on, and what to say of it: what the check says
 * otherwise than it did then, and nothing where it says the same.
 */
export function newsOf(context: InterviewContext): { isOther: boolean; reply?: Reply } {
  const { programme, interview } = context
  const { rules, shown, language } = interview
  const { rulesVersion, changes } = programme
  // One that was begun before versions were noted was held on the notice as it came.
  if (rules === undefined ? !changes : rules === rulesVersion) return { isOther: false }
  const words = changeTextsIn(language)
  const title = titleIn(language, programme)
  const word = changes
    ? words.interviewChanged(title, changedPartsIn(language, programme))
    : words.interviewRevised(title)
  const told = shown && checkChangeReply(context, shown, word)
  // Whoever heard that it was suspended hears that it goes on.
  if (!told && shown && !rules?.startsWith(suspendedMark)) return { isOther: true }
  return { isOther: true, reply: told ?? noteReply(word) }
}

/** An answered turn whose interview notes what its check says by now. */
export function withShown(answered: Answered, { known, today }: Pick<Message, 'known' | 'today'>): Answered {
  const { interview } = answered.state
  const programme = known.programmes.find(({ id }) => id === interview?.programme)
  if (!interview || programme?.rulesVersion !== interview.rules) return answered
  const shown = shownOf(assessmentOf({ programme: programme!, interview, known, today }))
  return { ...answered, state: { ...answered.state, interview: { ...interview, shown } } }
}

/** What to say of an interview on a programme that can't be checked for now. */
export function wordOnSuspension(suspended: SuspendedProgramme, { answers, language }: Interview): string {
  const { interviewSuspended, reasons } = changeTextsIn(language)
  return interviewSuspended(titleIn(language, suspended), reasons[suspended.reason], Object.keys(answers).length)
}

/** Marks an interview whose person has heard that it is suspended. */
const suspendedMark = 'suspended '
export const heard = ({ reason }: Pick<SuspendedProgramme, 'reason'>): string => `${suspendedMark}${reason}`

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
