import { interviewTexts as words } from '../../prompts/interview-texts.ts'
import { type FactKey, facts } from '../../services/eligibility/facts.ts'
import { expectationOf } from '../../services/interview/describe-answer.ts'
import { limitsOf, propose, sourceOf } from '../../services/interview/interview.ts'
import { readAnswer, type Reading } from '../../services/interview/read-answer.ts'
import { readProposals } from '../../services/interview/read-proposals.ts'
import type { Answered } from '../known.ts'
import { takeQuestion } from '../answer-turn.ts'
import { asksSomething } from './asks-something.ts'
import { takenUp } from './begin-interview.ts'
import { type Desk, openReply } from './interview-replies.ts'
import { kept, type Message } from './message.ts'
import { recordAnswer } from './record-answer.ts'
import { goOn, type Taken } from './take-move.ts'

const asksWhy = /为(?:什么|啥|何).{0,4}问|问这个?(?:做什么|干什么|干嘛)|依据是什么|凭什么问/u
/** A figure that could not be read, not the year of a question. */
const statesFigure = /^(?!.*(?:年|呢$)).{0,12}[\d〇零一二两三四五六七八九十百千万亿].{0,12}$/u

/** Takes what is no step: the answer to the open question, or a question of the person's own. */
export async function takeText(message: Message, desk: Desk, open: FactKey | undefined): Promise<Answered> {
  const { text, state } = message
  const isQuestion = asksSomething(text)
  if (open === undefined) return answerBesides(message, desk)
  const reading: Reading = isQuestion
    ? { kind: 'unreadable' }
    : readAnswer(facts[open], text, limitsOf(desk.programme, open))
  if (reading.kind === 'value' || reading.kind === 'unknown') return kept(state, recordAnswer(desk, open, reading))
  if (reading.kind === 'vague') return kept(state, goOn(desk, desk.interview, [words.vague[reading.why]]))
  const said = propose(desk.programme, desk.interview, readProposals(text))
  const proposed = Object.entries(said.answers).filter(([key]) => !(key in desk.interview.answers))
  if (proposed.length > 0 && !isQuestion) return kept(state, goOn(desk, said, takenUp(Object.fromEntries(proposed))))
  const meant = isQuestion ? undefined : await proposalOf(message, desk, open)
  if (meant !== undefined) return kept(state, putForward(desk, meant))
  if (asksWhy.test(text)) return kept(state, goOn(desk, desk.interview, [becauseOf(desk, open)]))
  const answered = statesFigure.test(text) && !isQuestion ? undefined : await answerBesides(message, desk)
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
