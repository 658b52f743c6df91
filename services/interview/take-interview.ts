import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { programmeChangeTexts as changeTexts } from '../../prompts/programme-changes.ts'
import type { Answered } from '../conversations/answered.ts'
import { titleOf } from '../eligibility/title-of.ts'
import { asksSomething } from './asks-something.ts'
import { begin } from './begin-interview.ts'
import { takeWhileSuspended, wordOnChange } from './follow-changes.ts'
import { type InterviewContext, noteReply, openReply } from './interview-replies.ts'
import { type Command, kept, type Message } from './message.ts'
import { readMove } from './read-move.ts'
import { standingOf } from './standing.ts'
import { goOn, takeMove } from './take-move.ts'
import { takeText } from './take-text.ts'

/** Takes a message as part of an interview; undefined where there is none under way and the message begins none. */
export async function takeInterview(message: Message): Promise<Answered | undefined> {
  const { command, known, state, today, text } = message
  const programmeOf = (id: string) => known.programmes.find((programme) => programme.id === id)
  const begun = command?.name === 'check' ? programmeOf(command.argument.toLowerCase()) : undefined
  if (begun) return begin(begun, message)
  const { interview } = state
  if (!interview) return undefined
  const suspended = known.suspended?.find(({ id }) => id === interview.programme)
  if (suspended) return takeWhileSuspended(message, interview, suspended)
  const programme = programmeOf(interview.programme)
  if (!programme) return undefined
  const word = wordOnChange(programme, interview)
  const current = { ...interview, rules: programme.rulesVersion }
  const held: Message = { ...message, state: { ...state, interview: current } }
  const context = { programme, interview: current, known, today }
  if (word === undefined) return takeHeld(held, context)
  // What was asked before need not be what is asked now: nothing is taken for the answer to a question that nobody has
  // put, and no yes for the confirmation of a summary that nobody has seen.
  const move = readMove(text, command, standing(context))?.name
  const isAnswer =
    !command && !current.isConfirmed && !asksSomething(text) && (move === undefined || move === 'confirm')
  const taken = isAnswer ? kept(held.state, goOn(context, current, [changeTexts.again])) : await takeHeld(held, context)
  return taken && { ...taken, replies: [noteReply(word), ...taken.replies] }
}

const standing = ({ programme, interview }: InterviewContext) => standingOf(programme, interview)

async function takeHeld(message: Message, context: InterviewContext): Promise<Answered | undefined> {
  const { command, state, text } = message
  const { interview } = context
  const move = interview.isConfirmed && !command ? undefined : readMove(text, command, standing(context))
  if (move) return kept(state, takeMove(move, context))
  if (interview.isConfirmed) return undefined
  if (command) return besides(message.answerCommand(command, state), context, command)
  return takeText(message, context, standing(context).open)
}

/** Another command is answered, and the open question comes back; /check only offers the way back. */
function besides(answered: Answered, context: InterviewContext, { name }: Command): Answered {
  const [first, ...rest] = answered.replies
  if (name !== 'check' || !first) return { ...answered, replies: [...answered.replies, openReply(context)] }
  const goingOn = { label: words.goOn(titleOf(context.programme)), send: '/status' }
  return { ...answered, replies: [{ ...first, actions: [goingOn, ...first.actions] }, ...rest] }
}
