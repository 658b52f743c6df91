import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import type { Answered } from '../conversations/answered.ts'
import { expectationOf } from '../eligibility/describe-answer.ts'
import { type FactKey, facts } from '../eligibility/facts.ts'
import { readAnswer, type Reading } from './answers/read-answer.ts'
import { readProposals } from './answers/read-proposals.ts'
import { asksSomething } from './asks-something.ts'
import { takenUp } from './begin-interview.ts'
import { type InterviewContext, openReply } from './interview-replies.ts'
import { kept, type Message, type Taken } from './message.ts'
import { recordAnswer } from './record-answer.ts'
import { limitsOf, propose, sourceOf } from './standing.ts'
import { goOn } from './take-move.ts'

const asksWhy = /为(?:什么|啥|何).{0,4}问|问这个?(?:做什么|干什么|干嘛)|依据是什么|凭什么问/u
/** A figure that could not be read, not the year of a question. */
const statesFigure = /^(?!.*(?:年|呢$)).{0,12}[\d〇零一二两三四五六七八九十百千万亿].{0,12}$/u

/** Handles free text during an interview: the answer to the open question, or a question of the person's own. */
export async function takeText(
  message: Message,
  context: InterviewContext,
  open: FactKey | undefined,
): Promise<Answered> {
  const { text, state } = message
  const isQuestion = asksSomething(text)
  if (open === undefined) return answerBesides(message, context)
  const reading: Reading = isQuestion
    ? { kind: 'unreadable' }
    : readAnswer(facts[open], text, limitsOf(context.programme, open))
  if (reading.kind === 'value' || reading.kind === 'unknown') return kept(state, recordAnswer(context, open, reading))
  if (reading.kind === 'vague') return kept(state, goOn(context, context.interview, [words.vague[reading.why]]))
  const said = propose(context.programme, context.interview, readProposals(text))
  const proposed = Object.entries(said.answers).filter(([key]) => !(key in context.interview.answers))
  if (proposed.length > 0 && !isQuestion) return kept(state, goOn(context, said, takenUp(Object.fromEntries(proposed))))
  const meant = isQuestion ? undefined : await proposalOf(message, context, open)
  if (meant !== undefined) return kept(state, putForward(context, meant))
  if (asksWhy.test(text)) return kept(state, goOn(context, context.interview, [becauseOf(context, open)]))
  const answered = statesFigure.test(text) && !isQuestion ? undefined : await answerBesides(message, context)
  if (answered && (isQuestion || found.includes(answered.status))) return answered
  return kept(state, goOn(context, context.interview, [`${words.unreadable}${expectationOf(open)}`]))
}

/** What a model takes for the answer in what was said, where one is at hand; the person decides. */
async function proposalOf(
  { text, proposeAnswer }: Message,
  { programme }: InterviewContext,
  open: FactKey,
): Promise<string | undefined> {
  const said = { fact: facts[open], takes: expectationOf(open), limits: limitsOf(programme, open), said: text }
  return proposeAnswer?.(said)
}

/** Asks whether these of the person's words are the answer: pressing the button says them. */
function putForward(context: InterviewContext, meant: string): Taken {
  const taken = goOn(context, context.interview, [words.isThisMeant(meant)])
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
async function answerBesides({ answerFromNotices, state }: Message, context: InterviewContext): Promise<Answered> {
  const answered = await answerFromNotices(state)
  return { ...answered, replies: [...answered.replies, openReply(context)] }
}

/** Why a question is asked, in the words of the notice. */
function becauseOf({ programme }: InterviewContext, key: FactKey): string {
  return words.because(sourceOf(programme, key)?.quote ?? facts[key].why)
}
