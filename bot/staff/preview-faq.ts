import type { FaqContent } from '../../services/faq/faq.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { curatedAnswer } from '../../services/faq/match-faq.ts'
import type { Reply } from '../../services/reply.ts'
import { takeQuestion } from '../answer-turn.ts'
import type { StaffDesk } from './staff-desk.ts'

export type Preview = { question: string; before: Reply[]; after: Reply[]; isUsed: boolean }

/**
 * What is said to a question now, and what would be said with an answer in use.
 *
 * @param id Of the answer where it is there already: its other version is left aside.
 */
export async function previewFaq(
  { db, known }: StaffDesk,
  content: FaqContent,
  question: string,
  { today, id }: { today: string; id?: number | undefined },
): Promise<Preview> {
  const knowledge = known()
  const others = (await listFaqs(db, ['published'])).filter((faq) => faq.id !== id)
  const draft = { ...content, reviewedOn: today }
  const asked = (curated: typeof knowledge.curated) =>
    takeQuestion(question, { ...knowledge, ...(curated && { curated }) }, { memory: {} }, today)
  const before = await asked(knowledge.curated)
  const after = await asked(async (...given) => curatedAnswer(knowledge, [draft, ...others], ...given))
  const isUsed = (await curatedAnswer(knowledge, [draft], question, {}, today)) !== undefined
  return { question, before: before.replies, after: after.replies, isUsed }
}
