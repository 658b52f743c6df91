import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables'
import { candidateOf, candidatesFor } from '../answering/answer-chosen.ts'
import { answerQuestion } from '../answering/answer-question.ts'
import { type AskParts, askOnce } from './ask-once.ts'
import { nearestKnown } from './known-questions.ts'
import type { Passage } from './passage.ts'
import { namesOf, pickChoice, pickedFrom, pickedOf } from './pick.ts'
import { readingChoice, understood } from './read-question.ts'
import { redact } from './redact.ts'
import { isAnswered, say } from './say.ts'
import { before } from './time-limit.ts'
import { isUnfound, isUnsure, surelyNot } from './when-unsure.ts'

/** The steps of an answer with a model; where it fails one of them, or time is over, what was found without it stands. */
export function answeringPath(parts: AskParts) {
  const help = helpingPath(parts)
  return RunnableSequence.from<Passage, Passage>([
    step('answer plainly', answerPlainly),
    step(
      'help',
      whereUnsure((passage) => before(passage.deadline, () => help.invoke(passage))),
    ).withFallbacks([step('as found', asIs)]),
  ])
}

/** What a model adds to what was found. */
function helpingPath(parts: AskParts) {
  return RunnableSequence.from<Passage, Passage>([
    step('redact', hideWhatIdentifies),
    step('understand', (passage) => understand(passage, parts)).withFallbacks([step('as read', asIs)]),
    step('lay out candidates', layOut),
    step('pick', (passage) => pick(passage, parts)).withFallbacks([step('as found', asIs)]),
    step('say', say),
  ])
}

type Take = (passage: Passage) => Passage | Promise<Passage>

const step = (name: string, take: Take) => RunnableLambda.from<Passage, Passage>(take).withConfig({ runName: name })

const asIs: Take = (passage) => passage

/** What is sure goes on untouched: no model is asked. */
const whereUnsure =
  (take: Take): Take =>
  (passage) =>
    isUnsure(passage.found!) ? take(passage) : passage

const answerPlainly: Take = async (passage) => {
  const { knowledge, asked, memory, today } = passage
  return { ...passage, found: await answerQuestion(knowledge, asked, memory, today) }
}

const hideWhatIdentifies: Take = (passage) => {
  const { asked, memory, knowledge } = passage
  const { content = '' } = memory
  const hidden = (text: string) => redact(text, knowledge.catalogue)
  return {
    ...passage,
    outgoing: { question: hidden(asked), conversation: content === '' ? '（无）' : hidden(content) },
  }
}

/** Where nothing was found a model says what was asked, by numbers; our words for it are asked instead. */
async function understand(passage: Passage, parts: AskParts): Promise<Passage> {
  const { inquiry, finding } = passage.found!
  const { question, conversation } = passage.outgoing!
  if (!isUnfound({ finding: finding! })) return passage
  const choice = readingChoice(inquiry!, question, conversation)
  const asked = await askOnce(parts, passage, choice, (reading) => {
    const words = understood(inquiry!, question, reading)
    return words === undefined ? [] : [words]
  })
  const [words] = asked.chosen
  if (words === undefined) return passage
  const { knowledge, memory, today } = passage
  const found = await answerQuestion(knowledge, words, memory, today)
  return isAnswered(found.answer) ? { ...passage, meant: { question: words, found }, chosen: asked.log } : passage
}

/** Questions that may be asked back where something was found, and where nothing was. */
const fewQuestions = 12
const manyQuestions = 120

/**
 * What was found, or was meant, then what else may be said; and the questions to ask back. Where nothing is there to be found
 * nothing is laid out: what was meant is asked back, and the person decides.
 */
const layOut: Take = (passage) => {
  const { found, meant, asked, memory, knowledge } = passage
  const { inquiry, finding } = found!
  const isNothing = isUnfound({ finding: finding! })
  if (isNothing && inquiry!.probability < surelyNot) return passage
  const first = isNothing ? meant?.found : found
  const leading = first?.inquiry && first.finding ? [candidateOf(first.inquiry, first.finding)] : []
  const most = isNothing ? manyQuestions : fewQuestions
  const near = `${asked}${memory.content ?? ''}`
  const questions = inquiry!.question.english ? [] : nearestKnown(near, knowledge, most)
  return { ...passage, candidates: candidatesFor(inquiry!, leading), questions }
}

async function pick(passage: Passage, parts: AskParts): Promise<Passage> {
  const { candidates = [], questions = [], outgoing } = passage
  if (candidates.length + questions.length === 0) return passage
  const laid = { candidates, questions }
  const choice = pickChoice({ ...laid, outgoing: outgoing!.question, conversation: outgoing!.conversation })
  const asked = await askOnce(parts, passage, choice, (one) => namesOf(pickedOf(one, laid)))
  const picked = pickedFrom(asked.chosen, laid)
  return picked ? { ...passage, picked, chosen: asked.log } : passage
}
