import { sql } from 'kysely'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Language } from '../../prompts/approximate-texts.ts'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { faqsOfGroup } from '../faq/faq-store.ts'
import { whyOutdated } from '../faq/pinned-clause.ts'
import { answerNews } from './reminder-replies.ts'

/** Questions at a time: their transaction is short. */
const batch = 50

/** Somebody who waits for the answer to a question, `question` masked, asked on `day`, YYYY-MM-DD. */
type Waiting = {
  id: number
  conversation: string
  language: Language
  question: string
  day: string
  group: number
}

/**
 * Writes down, once, for everybody who waits for an answer, what staff have published for the questions that mean the same and
 * still holds.
 *
 * @param today YYYY-MM-DD.
 */
export async function tellAnswers(db: Database, catalogue: Catalogue, today: string): Promise<void> {
  const tell = () => db.transaction().execute((trx) => tellSome(trx, catalogue, today))
  for (let count = batch; count === batch;) count = await tell()
}

async function tellSome(trx: Database, catalogue: Catalogue, today: string): Promise<number> {
  // Whoever deletes a conversation holds it first too, so that neither waits for the other.
  const { rows } = await sql<Waiting>`
    select s.id, s.conversation, s.language, t.text as question, to_char(q.day, 'YYYY-MM-DD') as day,
      q.question_group as "group"
    from subscription s
    join conversation c on c.id = s.conversation
    join turn t on t.id = s.subject
    join question q on q.turn = t.id
    where s.what = 'answer' and s.ended_at is null and exists (
      select from faq f where f.question_group = q.question_group and f.state = 'published' and f.updated_at > s.agreed_at
        and (f.expires_on is null or f.expires_on >= ${today}))
    order by s.id limit ${batch}
    for key share of c skip locked for update of s skip locked`.execute(trx)
  let told = 0
  for (const row of rows) told += (await tellOne(trx, catalogue, row, today)) ? 1 : 0
  // Those that can't be told for now would be found again at once.
  return told === rows.length ? rows.length : 0
}

async function tellOne(trx: Database, catalogue: Catalogue, waiting: Waiting, today: string): Promise<boolean> {
  const { id, conversation, language, group } = waiting
  const published = (await faqsOfGroup(trx, group)).filter(
    ({ state, expiresOn = today }) => state === 'published' && expiresOn >= today,
  )
  const faq = published.findLast(({ clauses }) => clauses.every((one) => whyOutdated(catalogue, one) === undefined))
  if (!faq) return false
  const reply = JSON.stringify(answerNews(catalogue, faq, waiting, language))
  await trx
    .insertInto('delivery')
    .values({ subscription: id, conversation, event: `faq ${faq.id}`, reply, due_at: sql<Date>`clock_timestamp()` })
    .onConflict((conflict) => conflict.columns(['subscription', 'event']).doNothing())
    .execute()
  await trx.updateTable('subscription').set({ ended_at: new Date() }).where('id', '=', id).execute()
  return true
}
