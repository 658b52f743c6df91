import { programmeChangeTexts as changeTexts } from '../../prompts/programme-changes.ts'
import type { Answered } from '../conversations/answered.ts'
import { type FactKey, facts } from '../eligibility/facts.ts'
import { readCorrection } from './answers/read-correction.ts'
import { asksSomething } from './asks-something.ts'
import { begin } from './begin-interview.ts'
import { takeWhileSuspended, wordOnChange } from './follow-changes.ts'
import { openReply } from './interview-replies.ts'
import { leave, meansLeaving, restore } from './leave-interview.ts'
import { type Command, kept, type Message } from './message.ts'
import { chosen, withOffers } from './offers.ts'
import { titleIn } from './programme-texts.ts'
import { askedSoFar, readAfterVerdict, readMove } from './read-move.ts'
import { isSettled, recordCorrection } from './record-answer.ts'
import { type InterviewContext, noteReply, textsOf } from './reply-parts.ts'
import { limitsOf, standingOf } from './standing.ts'
import { listProgrammes, startByWords } from './start-interview.ts'
import { goOn, takeMove } from './take-move.ts'
import { inLanguageOf, takeText } from './take-text.ts'

/** Takes a message as part of an interview; undefined where there is none under way and the message begins none. */
export async function takeInterview(message: Message): Promise<Answered | undefined> {
  const meant = chosen(message)
  const answered = begun(meant) ?? restore(meant) ?? (await takeUnderWay(meant)) ?? startByWords(meant) ?? listed(meant)
  return answered && withOffers(answered)
}

function begun(message: Message): Answered | undefined {
  const { command, known, state } = message
  const programme =
    command?.name === 'check' ? known.programmes.find(({ id }) => id === command.argument.toLowerCase()) : undefined
  return programme && begin(programme, message, command?.isEnglish ? 'en' : state.interview?.language)
}

/** `/check` without an interview: the list, in English for those who ask in English. */
function listed(message: Message): Answered | undefined {
  const { command, state } = message
  if (command?.name !== 'check') return undefined
  const language = state.interview?.language ?? state.left?.interview.language
  const isEnglish = command.isEnglish || language === 'en'
  return isEnglish && command.argument === '' ? listProgrammes(message, 'en') : message.answerCommand(command, state)
}

async function takeUnderWay(message: Message): Promise<Answered | undefined> {
  const { command, known, state, today, text } = message
  const { interview } = state
  if (!interview) return undefined
  const suspended = known.suspended?.find(({ id }) => id === interview.programme)
  if (suspended) return takeWhileSuspended(message, interview, suspended)
  const programme = known.programmes.find(({ id }) => id === interview.programme)
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

async function takeHeld(message: Message, before: InterviewContext): Promise<Answered | undefined> {
  const { command, state, text } = message
  const { isLeaving, ...staying } = before.interview
  const interview = command ? staying : inLanguageOf(text, staying)
  const context = { ...before, interview }
  if (isLeaving && meansLeaving(message)) return leave(message, context)
  if (isLeaving && /^(?:否|不|不了|不是|没有|no)$/iu.test(text.trim())) return kept(state, goOn(context, interview))
  const corrected = command ? undefined : correct(text, context)
  if (corrected) return kept(state, corrected)
  const move = interview.isConfirmed && !command ? readAfterVerdict(text, standing(context)) : moveIn(message, context)
  if (move) return kept(state, takeMove(move, context))
  if (interview.isConfirmed) return undefined
  if (command) return besides(answerTo(command, message, interview), context, command)
  return takeText(message, context)
}

function answerTo(command: Command, message: Message, interview: InterviewContext['interview']): Answered {
  const state = { ...message.state, interview }
  const isList = command.name === 'check' && command.argument === '' && interview.language === 'en'
  return isList ? listProgrammes({ ...message, state }, 'en') : message.answerCommand(command, state)
}

const moveIn = ({ text, command }: Message, context: InterviewContext) => readMove(text, command, standing(context))

/** Takes an answer that is corrected in so many words, wherever the interview stands. */
function correct(text: string, context: InterviewContext) {
  if (asksSomething(text)) return undefined
  const now = standing(context)
  const before = now.open === undefined ? now.path.at(-1) : now.path[now.path.indexOf(now.open) - 1]
  const last = context.interview.last ?? before
  const among = {
    path: askedSoFar(now),
    last,
    open: now.open,
    limitsOf: (key: FactKey) => limitsOf(context.programme, key),
  }
  const correction = readCorrection(text, among)
  if (!correction || !facts[correction.key]) return undefined
  const { key, reading } = correction
  if (isSettled(reading)) return recordCorrection(context, { key, reading })
  if (reading.kind !== 'vague') return undefined
  return goOn(context, { ...context.interview, reopened: key }, [textsOf(context).vague[reading.why]])
}

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
