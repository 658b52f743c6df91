import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { type FactKey, facts } from '../../services/eligibility/facts.ts'
import type { ResolvedProgramme } from '../../services/eligibility/resolve-programmes.ts'
import type { Answers } from '../../services/eligibility/rule.ts'
import { cite } from '../../services/answering/cite.ts'
import { holdWindow } from '../../services/eligibility/window.ts'
import type { ConversationState } from '../../services/conversations/conversation-store.ts'
import { expectationOf, labelsOf, writeAnswer } from '../../services/interview/describe-answer.ts'
import { titleOf } from '../../services/interview/describe-assessment.ts'
import {
  answerOpen,
  limitsOf,
  propose,
  sourceOf,
  standingOf,
  startInterview,
} from '../../services/interview/interview.ts'
import { readAnswer, type Reading } from '../../services/interview/read-answer.ts'
import { readProposals } from '../../services/interview/read-proposals.ts'
import { type Answered, type Known, takeCommand, takeQuestion } from '../answer-turn.ts'
import type { Command } from '../commands-in-chat.ts'
import { type Desk, openReply } from './interview-replies.ts'
import { readMove } from './read-move.ts'
import { goOn, type Taken, takeMove } from './take-move.ts'

/** A message with all that may decide how it is taken. */
export type Message = {
  text: string
  command: Command | undefined
  known: Known
  state: ConversationState
  today: string
  /** Hears the answer to a question as it is written. */
  onText?: ((text: string) => void) | undefined
}

/** Takes a message as part of an interview; undefined where there is none under way and the message begins none. */
export async function takeInterview(message: Message): Promise<Answered | undefined> {
  const { command, known, state, today, text } = message
  const programmeOf = (id: string) => known.programmes.find((programme) => programme.id === id)
  const begun = command?.name === 'check' ? programmeOf(command.argument.toLowerCase()) : undefined
  if (begun) return begin(begun, message)
  const { interview } = state
  const programme = interview && programmeOf(interview.programme)
  if (!interview || !programme) return undefined
  const desk = { programme, interview, known, today }
  const standing = standingOf(programme, interview)
  const move = interview.isConfirmed && !command ? undefined : readMove(text, command, standing)
  if (move) return kept(state, takeMove(move, desk))
  if (interview.isConfirmed) return undefined
  if (command) return besides(takeCommand(command, known, state), desk, command)
  return takeText(message, desk, standing.open)
}

/** Asks the first question; what was said of the unit before is taken up. */
export function begin(programme: ResolvedProgramme, { known, state, today }: Message): Answered {
  const { proposed, code: _, ...rest } = state
  const interview = startInterview(programme, proposed)
  const { note, source } = holdWindow(programme.window, today)
  const notes = [words.started(titleOf(programme), programme.factKeys.length), note, ...takenUp(interview.answers)]
  // What is asked on the way and names no programme is about this one.
  const memory = { ...state.memory, scope: { notice: programme.notice, programme: programme.id } }
  const taken = goOn({ programme, interview, known, today }, interview, notes)
  const entry = known.catalogue.find(source.notice, source.clause)
  const replies = taken.replies.map((one) => (entry ? { ...one, citations: [...one.citations, cite(entry)] } : one))
  return kept({ ...rest, memory }, { ...taken, replies })
}

function takenUp(answers: Answers): string[] {
  const written = (Object.keys(answers) as FactKey[]).map(
    (key) => `${facts[key].label}${writeAnswer(key, answers[key])}`,
  )
  return written.length > 0 ? [words.taken(written.join('、'))] : []
}

/** The turn of an interview as it is logged and kept. */
function kept({ interview: _, ...rest }: ConversationState, { status, replies, interview }: Taken): Answered {
  return { status, replies, state: { ...rest, ...(interview && { interview }) }, used: [], rejected: [] }
}

/** Another command is answered, and the open question comes back; /check only offers the way back. */
function besides(answered: Answered, desk: Desk, { name }: Command): Answered {
  const [first, ...rest] = answered.replies
  if (name !== 'check' || !first) return { ...answered, replies: [...answered.replies, openReply(desk)] }
  const goingOn = { label: words.goOn(titleOf(desk.programme)), send: '/status' }
  return { ...answered, replies: [{ ...first, actions: [goingOn, ...first.actions] }, ...rest] }
}

const asks = /[?？][\s。!！]*$|吗[。!！\s]*$|^(?:什么|怎么|怎样|为什么|为何|如何|哪|谁|请问)|是什么|是多少|有哪些/u

const asksWhy = /为(?:什么|啥|何).{0,4}问|问这个?(?:做什么|干什么|干嘛)|依据是什么|凭什么问/u
/** A figure that could not be read, not the year of a question. */
const statesFigure = /^(?!.*(?:年|呢$)).{0,12}[\d〇零一二两三四五六七八九十百千万亿].{0,12}$/u

async function takeText(message: Message, desk: Desk, open: FactKey | undefined): Promise<Answered> {
  const { text, state } = message
  const isQuestion = asks.test(text)
  if (open === undefined) return answerBesides(message, desk)
  const reading: Reading = isQuestion
    ? { kind: 'unreadable' }
    : readAnswer(facts[open], text, limitsOf(desk.programme, open))
  if (reading.kind === 'value' || reading.kind === 'unknown') return kept(state, record(desk, open, reading))
  if (reading.kind === 'vague') return kept(state, goOn(desk, desk.interview, [words.vague[reading.why]]))
  const said = propose(desk.programme, desk.interview, readProposals(text))
  const proposed = Object.entries(said.answers).filter(([key]) => !(key in desk.interview.answers))
  if (proposed.length > 0 && !isQuestion) return kept(state, goOn(desk, said, takenUp(Object.fromEntries(proposed))))
  const meant = isQuestion ? undefined : await proposalOf(message, desk, open)
  if (meant !== undefined) return kept(state, putForward(desk, meant))
  if (asksWhy.test(text)) return kept(state, goOn(desk, desk.interview, [becauseOf(desk, open)]))
  const isFigure = 'unit' in facts[open] && statesFigure.test(text)
  const answered = isFigure && !isQuestion ? undefined : await answerBesides(message, desk)
  if (answered && (isQuestion || found.includes(answered.status))) return answered
  return kept(state, goOn(desk, desk.interview, [`${words.unreadable}${expectationOf(open)}`]))
}

/** What a model takes for the answer in what was said, where one is at hand; the person decides. */
async function proposalOf({ text, known }: Message, { programme }: Desk, open: FactKey): Promise<string | undefined> {
  const said = { fact: facts[open], takes: expectationOf(open), limits: limitsOf(programme, open), said: text }
  return known.model?.propose(said, known.catalogue)
}

/** Asks whether these of the person's words are the answer: pressing the button says them. */
function putForward(desk: Desk, meant: string): Taken {
  const taken = goOn(desk, desk.interview, [words.isThisMeant(meant)])
  const button = { label: words.meant(meant), send: meant }
  return { ...taken, replies: taken.replies.map((one) => ({ ...one, actions: [button, ...one.actions] })) }
}

/** How a message ends that was a question though it doesn't look like one. */
const found = [
  'answered',
  'listed',
  'compared',
  'corrected',
  'deadline-passed',
  'roster',
  'not-in-roster',
  'small-talk',
]

/** Answers a question from the notices and comes back to what the interview waits for. */
async function answerBesides({ text, known, state, today, onText }: Message, desk: Desk): Promise<Answered> {
  const answered = await takeQuestion(text, known, state, today, onText)
  return { ...answered, replies: [...answered.replies, openReply(desk)] }
}

/** Why a question is asked, in the words of the notice. */
function becauseOf({ programme }: Desk, key: FactKey): string {
  return words.because(sourceOf(programme, key)?.quote ?? facts[key].why)
}

/** Records an answer and says so, with what it changes of the other questions. */
function record(desk: Desk, key: FactKey, reading: Extract<Reading, { kind: 'value' | 'unknown' }>): Taken {
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
