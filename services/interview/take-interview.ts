import { interviewTextsIn } from '../../prompts/interview-texts-in.ts'
import type { Answered } from '../conversations/answered.ts'
import { isOvertaken } from './asked-last.ts'
import { asksSomething } from './asks-something.ts'
import { begin } from './begin-interview.ts'
import { correctAnswer } from './correct-answer.ts'
import { withDays } from './earlier-answers.ts'
import { newsOf, takeWhileSuspended, withShown } from './follow-changes.ts'
import { openReply } from './interview-replies.ts'
import { leave, meansLeaving, meansStaying, restore, startOver } from './leave-interview.ts'
import { languageOfTurn } from './language-of-turn.ts'
import { listedByCommand } from './list-programmes.ts'
import { takeNarrowed } from './narrow-choice.ts'
import { type Command, kept, type Message } from './message.ts'
import { chosen, withOffers } from './offers.ts'
import { changeTextsIn, titleIn } from '../eligibility/programme-texts.ts'
import type { Move } from './move.ts'
import { readAfterVerdict, readMove } from './read-move.ts'
import { type InterviewContext, textsOf } from './reply-parts.ts'
import { standingOf } from './standing.ts'
import { startByWords } from './start-interview.ts'
import { goOn } from './go-on.ts'
import { takeMove } from './take-move.ts'
import { inLanguageOf, takeText } from './take-text.ts'
import { rememberChange } from './undo.ts'

/** Takes a message as part of an interview; undefined where there is none under way and the message begins none. */
export async function takeInterview(message: Message): Promise<Answered | undefined> {
  const meant = chosen(message)
  const narrowed = meant.text === message.text ? takeNarrowed(message) : undefined
  const answered =
    narrowed ??
    begun(meant) ??
    restore(meant) ??
    (await takeUnderWay(meant)) ??
    startByWords(meant) ??
    listedByCommand(meant)
  return answered && withOffers(withShown(withDays(answered, message), message), message.known)
}

function begun(message: Message): Answered | undefined {
  const { command, known } = message
  const programme =
    command?.name === 'check' ? known.programmes.find(({ id }) => id === command.argument.toLowerCase()) : undefined
  return programme && begin(programme, message, languageOfTurn(message))
}

async function takeUnderWay(message: Message): Promise<Answered | undefined> {
  const { command, known, state, today, text } = message
  const { interview } = state
  if (!interview) return undefined
  const suspended = known.suspended?.find(({ id }) => id === interview.programme)
  if (suspended) return takeWhileSuspended(message, interview, suspended)
  const programme = known.programmes.find(({ id }) => id === interview.programme)
  if (!programme) return undefined
  const news = newsOf({ programme, interview, known, today })
  const current = { ...interview, rules: programme.rulesVersion }
  const held: Message = { ...message, state: { ...state, interview: current } }
  const context = { programme, interview: current, known, today }
  const move = readMove(text, command, standing(context))?.name
  const isAnswer =
    !command && !current.isConfirmed && !asksSomething(text) && (move === undefined || move === 'confirm')
  if (!news.isOther) {
    if (isAnswer && isOvertaken(state, programme, current))
      return kept(held.state, goOn(context, current, [interviewTextsIn(current.language).overtaken]))
    const answered = await takeHeld(held, context)
    return answered && rememberChange(current, answered)
  }
  // What was asked before need not be what is asked now: nothing is taken for the answer to a question that nobody has
  // put, and no yes for the confirmation of a summary that nobody has seen.
  const taken = isAnswer
    ? kept(held.state, goOn(context, current, [changeTextsIn(current.language).again]))
    : await takeHeld(held, context)
  return taken && news.reply ? { ...taken, replies: [news.reply, ...taken.replies] } : taken
}

const standing = ({ programme, interview }: InterviewContext) => standingOf(programme, interview)

async function takeHeld(message: Message, before: InterviewContext): Promise<Answered | undefined> {
  const { command, state, text } = message
  const { isLeaving, ...staying } = before.interview
  const interview = command ? staying : inLanguageOf(text, staying)
  const context = { ...before, interview }
  if (isLeaving && meansLeaving(message)) return leave(message, context)
  if (isLeaving && meansStaying(message)) return kept(state, goOn(context, interview))
  const corrected = command ? undefined : correctAnswer(text, context)
  if (corrected) return kept(state, corrected)
  const move = interview.isConfirmed && !command ? readAfterVerdict(text, standing(context)) : moveIn(message, context)
  if (move) return takeStep(move, message, context)
  if (interview.isConfirmed) return undefined
  const held = { ...state, interview }
  const listed = listedByCommand({ ...message, state: held })
  if (command) return besides(listed ?? message.answerCommand(command, held), context, command)
  return takeText(message, context)
}

function takeStep({ name, argument }: Move, message: Message, context: InterviewContext): Answered {
  return name === 'restart' ? startOver(message, context) : kept(message.state, takeMove({ name, argument }, context))
}

const moveIn = ({ text, command }: Message, context: InterviewContext) => readMove(text, command, standing(context))

/** Another command is answered, and the open question comes back; /check only offers the way back. */
function besides(answered: Answered, context: InterviewContext, { name }: Command): Answered {
  const [first, ...rest] = answered.replies
  if (name !== 'check' || !first) return { ...answered, replies: [...answered.replies, openReply(context)] }
  const goingOn = {
    label: textsOf(context).goOn(titleIn(context.interview.language, context.programme)),
    send: '/status',
  }
  return { ...answered, replies: [{ ...first, actions: [goingOn, ...first.actions] }, ...rest] }
}
