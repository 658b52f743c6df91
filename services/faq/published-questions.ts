import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Faq } from './faq.ts'

/** A question that staff have answered: in their own words, or as somebody of its group has asked it. */
export type PublishedQuestion = { faq: number; question: string }

/** Questions of each group that are asked again, the latest first. */
const mostOfGroup = 10

/** Every question that the answers in use are there for: their wordings, then those people have asked; each once. */
export async function publishedQuestions(db: Database, faqs: readonly Faq[]): Promise<PublishedQuestion[]> {
  const written = faqs.flatMap(({ id, wordings }) => wordings.map((question) => ({ faq: id, question })))
  const { rows: asked } = await sql<PublishedQuestion>`
    select f.id as faq, own.question from faq f
    cross join lateral (
      select coalesce(t.log ->> 'question', t.text) as question from question q join turn t on t.id = q.turn
      where q.question_group = f.question_group order by q.created_at desc limit ${mostOfGroup}) own
    where f.state = 'published' order by f.id`.execute(db)
  const all = [...written, ...asked]
  const first = new Map<string, PublishedQuestion>()
  for (const one of all) if (!first.has(one.question)) first.set(one.question, one)
  return [...first.values()]
}
