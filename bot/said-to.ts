import type { SaidTo } from '../knowledge/importing/impact.ts'
import { replyOf } from '../services/answering/compose/reply.ts'
import type { AnsweringFaq } from '../services/faq/faq.ts'
import { curatedAnswer } from '../services/faq/match-faq.ts'
import { answerWith } from './ask-notices.ts'
import type { Known } from './known.ts'

/** What is said to a question that begins a conversation, with some answers by staff in use. */
export async function saidTo(
  known: Known,
  faqs: readonly AnsweringFaq[],
  question: string,
  today: string,
): Promise<SaidTo> {
  const curated = await curatedAnswer(known, faqs, question, {}, today)
  const answer = curated ?? (await answerWith(known, question, {}, today)).answer
  const { text, citations } = replyOf(answer)
  const [first] = citations
  return {
    text,
    cited: citations.map(({ notice, clause }) => `${notice}#${clause}`),
    ...(first && { source: `${first.title} ${first.heading}`.trim() }),
    ...(answer.faq !== undefined && { faq: answer.faq }),
  }
}
