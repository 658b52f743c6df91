import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import type { Answer, Memory } from '../answering/answer.ts'
import type { Knowledge } from '../answering/understand/understand.ts'
import { similarityLimits, similarityOf } from '../similarity/similarity.ts'
import { type QuestionSense, senseOf } from '../similarity/question-sense.ts'
import type { Faq } from './faq.ts'
import { faqAnswer } from './faq-answer.ts'
import { whyOutdated } from './pinned-clause.ts'

/** As much of an answer by staff as answering needs. */
export type AnsweringFaq = Pick<Faq, 'answer' | 'wordings' | 'clauses' | 'reviewedOn'>

/** What wordings mean, worked out once for a set of notices. */
const known = new WeakMap<Catalogue, Map<string, QuestionSense>>()

/**
 * The answer by staff one of whose wordings a question matches closely enough; of several the closest.
 *
 * @param faqs Those in use. One whose clauses have changed is passed over, marked or not.
 * @param memory What the conversation was about; a wording stands for itself.
 */
function matchFaq(
  knowledge: Knowledge,
  faqs: readonly AnsweringFaq[],
  asked: string,
  memory: Memory,
  today: string,
): AnsweringFaq | undefined {
  if (faqs.length === 0) return undefined
  const sense = senseOf(knowledge, asked, memory, today)
  const similarityTo = ({ wordings, reviewedOn }: AnsweringFaq) =>
    Math.max(0, ...wordings.map((wording) => similarityOf(sense, senseOfWording(knowledge, wording, reviewedOn))))
  const [best] = faqs
    .map((faq) => ({ faq, similarity: similarityTo(faq) }))
    .filter(({ similarity }) => similarity >= similarityLimits.sameAnswer)
    .sort((a, b) => b.similarity - a.similarity)
    .filter(({ faq }) => faq.clauses.every((clause) => whyOutdated(knowledge.catalogue, clause) === undefined))
  return best?.faq
}

/** What is said to a question from the answers by staff; undefined where none is meant. */
export function curatedAnswer(
  knowledge: Knowledge,
  faqs: readonly AnsweringFaq[],
  asked: string,
  memory: Memory,
  today: string,
): Answer | undefined {
  const faq = matchFaq(knowledge, faqs, asked, memory, today)
  return faq && faqAnswer(knowledge.catalogue, faq)
}

/** @param reviewedOn When somebody last read it: 去年 in it is the year before that one. */
function senseOfWording(knowledge: Knowledge, wording: string, reviewedOn: string): QuestionSense {
  const senses = known.get(knowledge.catalogue) ?? new Map<string, QuestionSense>()
  known.set(knowledge.catalogue, senses)
  const key = `${reviewedOn.slice(0, 4)} ${wording}`
  const sense = senses.get(key) ?? senseOf(knowledge, wording, {}, reviewedOn)
  senses.set(key, sense)
  return sense
}
