import { replies } from '../../prompts/replies.ts'
import { answerChosen, answerNone } from '../answering/answer-chosen.ts'
import { answerQuestion } from '../answering/answer-question.ts'
import type { Answer } from '../answering/answer.ts'
import type { Passage } from './passage.ts'
import { doubtful, isUnfound } from './when-unsure.ts'

const answeredStatuses: readonly Answer['status'][] = ['answered', 'listed', 'deadline-passed', 'compared']

/** Whether an answer says what was asked. */
export const isAnswered = ({ status }: Answer): boolean => answeredStatuses.includes(status)

/** The answer as it is given: only what was laid out is said, each with all that it needs to be true. */
export async function say(passage: Passage): Promise<Passage> {
  const { picked, found, memory, candidates = [], meant } = passage
  const { inquiry, finding } = found!
  if (!picked) return meant ? offering(passage, meant.question) : passage
  if ('ask' in picked) return offerIfAnswered(passage, picked.ask)
  if ('none' in picked) {
    const isKept = isUnfound({ finding: finding! }) || inquiry!.probability >= doubtful
    return isKept ? passage : { ...passage, found: { ...found, ...answerNone(inquiry!, memory) } }
  }
  const said = picked.say.flatMap((key) => candidates.find((one) => one.key === key) ?? [])
  const isAsFound = said.length === 1 && said[0]!.finding === finding
  if (isAsFound) return passage
  return { ...passage, found: { ...found, ...answerChosen(said, memory) } }
}

/** A question of ours is asked back only where it has an answer. */
async function offerIfAnswered(passage: Passage, question: string): Promise<Passage> {
  const { knowledge, memory, today } = passage
  const { answer } = await answerQuestion(knowledge, question, memory, today)
  return isAnswered(answer) ? offering(passage, question) : passage
}

function offering(passage: Passage, question: string): Passage {
  const { answer, ...found } = passage.found!
  const isChinese = /\p{Script=Han}/u.test(question)
  const label = isChinese ? replies.didYouMean(question) : replies.didYouMeanEnglish(question)
  const offer = { label, send: question }
  return { ...passage, found: { ...found, answer: { ...answer, actions: [offer, ...(answer.actions ?? [])] } } }
}
