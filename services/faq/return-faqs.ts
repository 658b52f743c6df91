import { sql } from 'kysely'
import { tellChange } from '../../knowledge/database/changes.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import type { Catalogue } from '../../knowledge/finding/catalogue.ts'
import { staffTexts as words } from '../../prompts/staff-texts.ts'
import { audit } from '../staff/audit.ts'
import type { Faq } from './faq.ts'
import { contentOf, listFaqs, subjectOf } from './faq-store.ts'
import { whyOutdated } from './pinned-clause.ts'

/**
 * Puts answers back in the queue one of whose clauses, or whose notice, is not what it was, or whose time is over; with their
 * questions.
 *
 * @param today YYYY-MM-DD.
 */
export async function returnFaqs(db: Database, catalogue: Catalogue, today: string): Promise<void> {
  for (const faq of await listFaqs(db, ['published'])) {
    const reasons = whyReturned(catalogue, faq, today)
    if (reasons.length > 0) await returnFaq(db, faq, reasons.join('；'))
  }
}

function whyReturned(catalogue: Catalogue, { clauses, expiresOn }: Faq, today: string): string[] {
  const changed = clauses.flatMap((clause) => whyOutdated(catalogue, clause) ?? [])
  return expiresOn !== undefined && expiresOn < today ? [...changed, words.expired(expiresOn)] : changed
}

async function returnFaq(db: Database, faq: Faq, reason: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('faq')
      .set({ state: 'returned', returned_because: reason, version: sql`version + 1` })
      .where('id', '=', faq.id)
      .where('state', '=', 'published')
      .where('version', '=', faq.version)
      .returning('question_group')
      .executeTakeFirst()
    // Another process was first, or somebody has read it again.
    if (!row) return
    const before = contentOf(faq)
    const after = { ...before, state: 'returned', because: reason }
    await audit(trx, { who: words.system, action: 'faq-returned', subject: subjectOf(faq.id), before, after })
    if (row.question_group === null) return
    await trx
      .updateTable('question_group')
      .set({ review: 'new', returned_because: reason, version: sql`version + 1` })
      .where('id', '=', row.question_group)
      .execute()
  })
  tellChange(db, 'faq')
}
