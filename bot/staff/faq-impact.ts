import { setImmediate as breath } from 'node:timers/promises'
import type { ChangedAnswer } from '../../knowledge/importing/impact.ts'
import type { AnsweringFaq, Faq, FaqContent } from '../../services/faq/faq.ts'
import { listFaqs } from '../../services/faq/faq-store.ts'
import { curatedAnswer } from '../../services/faq/match-faq.ts'
import { publishedQuestions } from '../../services/faq/published-questions.ts'
import { reviewedQuestions } from '../../services/staff/list-groups.ts'
import { saidTo } from '../said-to.ts'
import type { StaffDesk } from './staff-desk.ts'

/** Questions of people that staff have reviewed which are asked too, and the milliseconds that all may take. */
const mostReviewed = 200
const limitMs = 10_000

/**
 * What publishing an answer would change of what staff have published; `asked` of `questions` were asked in time. `unused`: its
 * own wordings to which, asked at the beginning of a conversation, no answer of staff would be given.
 */
export type FaqImpact = { answers: ChangedAnswer[]; asked: number; questions: number; unused: string[] }

/**
 * Asks everything that staff have answered once without and once with a new answer, in memory; nothing changes.
 *
 * @param id Of the answer where it is there already: its own wordings may change what they are answered with.
 */
export async function measureFaqImpact(
  { db, known }: StaffDesk,
  content: FaqContent,
  { today, id }: { today: string; id?: number | undefined },
): Promise<FaqImpact> {
  const knowledge = known()
  const inUse = await listFaqs(db, ['published'])
  const others = inUse.filter((faq) => faq.id !== id)
  const after: AnsweringFaq[] = [{ ...content, ...(id !== undefined && { id }), reviewedOn: today }, ...others]
  const questions = await questionsBeside(content, inUse)
  const answers: ChangedAnswer[] = []
  const end = performance.now() + limitMs
  let asked = 0
  for (const question of questions) {
    if (performance.now() > end) break
    await breath()
    const [was, is] = await Promise.all(
      [inUse, after].map((faqs) => curatedAnswer(knowledge, faqs, question, {}, today)),
    )
    asked++
    if (was?.text === is?.text) continue
    const before = await saidTo(knowledge, inUse, question, today)
    answers.push({ question, before, after: await saidTo(knowledge, after, question, today) })
  }
  return { answers, asked, questions: questions.length, unused: await unusedOf(content) }

  async function unusedOf({ wordings }: FaqContent): Promise<string[]> {
    const unused: string[] = []
    for (const wording of wordings)
      if ((await curatedAnswer(knowledge, after, wording, {}, today)) === undefined) unused.push(wording)
    return unused
  }

  /** All but what the answer says itself: that it answers its own wordings is no surprise. */
  async function questionsBeside({ wordings }: FaqContent, all: readonly Faq[]): Promise<string[]> {
    const published = (await publishedQuestions(db, all)).filter((one) => one.faq !== id || id === undefined)
    const gone = all.find((faq) => faq.id === id)?.wordings ?? []
    const beside = [
      ...published.map(({ question }) => question),
      ...gone,
      ...(await reviewedQuestions(db, mostReviewed)),
    ]
    return [...new Set(beside)].filter((question) => !wordings.includes(question))
  }
}
