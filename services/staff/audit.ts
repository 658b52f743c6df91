import type { Database } from '../../knowledge/database/schema.ts'

/** A change that somebody made: of what (`faq:7`), and what stood there before and after, as far as it may be kept. */
export type Change = { who: string; action: string; subject: string; before?: unknown; after?: unknown }

export type AuditEntry = Change & { id: number; at: Date }

const perPage = 50
const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

/** Writes a change down; call it in the transaction of the change. */
export async function audit(trx: Database, { who, action, subject, before, after }: Change): Promise<void> {
  await trx
    .insertInto('audit')
    .values({ who, action, subject, before: json(before), after: json(after) })
    .execute()
}

/** The changes, newest first: all of them, or those of one subject. `page` counts from 1; 50 a page. */
export async function listChanges(db: Database, { subject, page = 1 }: { subject?: string; page?: number }) {
  let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc')
  if (subject !== undefined) query = query.where('subject', '=', subject)
  const rows = await query
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  return { changes: rows.slice(0, perPage) as AuditEntry[], hasMore: rows.length > perPage }
}
