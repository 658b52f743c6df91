import { type Selectable, sql } from 'kysely'
import { tellChange } from '../../knowledge/database/changes.ts'
import { keptInStep } from '../../knowledge/database/kept-in-step.ts'
import type { Database } from '../../knowledge/database/schema.ts'
import type { FaqTable } from '../../knowledge/database/staff-schema.ts'
import { returnUnsettled } from '../conversations/return-groups.ts'
import { audit } from '../staff/audit.ts'
import type { Change, Faq, FaqContent, FaqKind, PinnedClause } from './faq.ts'

/** Who changes something, and on which day (YYYY-MM-DD). */
export type Author = { who: string; today: string }

const faqOf = (row: Selectable<FaqTable>): Faq => ({
  id: row.id,
  state: row.state as Faq['state'],
  kind: row.kind as FaqKind,
  answer: row.answer,
  wordings: row.wordings as string[],
  clauses: row.clauses as PinnedClause[],
  scope: (row.scope as Faq['scope'] | null) ?? undefined,
  authorRole: row.author_role || undefined,
  expiresOn: row.expires_on ?? undefined,
  group: row.question_group ?? undefined,
  reviewedOn: row.reviewed_on,
  reviewer: row.reviewer,
  returnedBecause: row.returned_because ?? undefined,
  updatedAt: row.updated_at,
  version: row.version,
})

/** The answers by staff in some states, those changed last first. */
export async function listFaqs(db: Database, states: readonly Faq['state'][]): Promise<Faq[]> {
  const rows = await db
    .selectFrom('faq')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map(faqOf)
}

/** Those in use, kept at hand for every turn: what is published in whatever process is said in all of them within a second. */
export const faqsInUse = keptInStep('faq', (db) => listFaqs(db, ['published']))

/** The answers that were written for the questions of a group, but for those taken away. */
export async function faqsOfGroup(db: Database, group: number): Promise<Faq[]> {
  const rows = await db
    .selectFrom('faq')
    .selectAll()
    .where('question_group', '=', group)
    .where('state', '!=', 'deleted')
    .orderBy('id')
    .execute()
  return rows.map(faqOf)
}

export async function findFaq(db: Database, id: number): Promise<Faq | undefined> {
  const row = await db.selectFrom('faq').selectAll().where('id', '=', id).executeTakeFirst()
  return row && faqOf(row)
}

/** Keeps a new answer. `group` is that of the questions it was written for; published, it settles them. */
export async function addFaq(db: Database, author: Author, content: FaqContent, group?: number): Promise<Faq> {
  const added = await db.transaction().execute(async (trx) => {
    const row = await trx
      .insertInto('faq')
      .values({ ...columnsOf(content, author), question_group: group ?? null })
      .returningAll()
      .executeTakeFirstOrThrow()
    const faq = faqOf(row)
    await audit(trx, { who: author.who, action: 'faq-added', subject: subjectOf(faq.id), after: contentOf(faq) })
    await settleGroup(trx, faq)
    return faq
  })
  tellChange(db, 'faq')
  return added
}

/**
 * Changes an answer as a whole; its clauses count as read again.
 *
 * @param of Which answer, and the version of it that the change was made from: another refuses it.
 * @returns Undefined where there is none of that id.
 */
export async function changeFaq(
  db: Database,
  author: Author,
  { id, version }: Pick<Faq, 'id' | 'version'>,
  content: FaqContent,
  action = 'faq-changed',
): Promise<Change | undefined> {
  const change = await db.transaction().execute(async (trx): Promise<Change | undefined> => {
    const before = await trx.selectFrom('faq').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!before) return undefined
    if (before.version !== version) return { kind: 'stale', stored: faqOf(before), submitted: content }
    const row = await trx
      .updateTable('faq')
      .set({
        ...columnsOf(content, author),
        ...(content.state !== 'returned' && { returned_because: null }),
        updated_at: new Date(),
        version: version + 1,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const faq = faqOf(row)
    const [was, is] = [contentOf(faqOf(before)), contentOf(faq)]
    await audit(trx, { who: author.who, action, subject: subjectOf(id), before: was, after: is })
    await settleGroup(trx, faq)
    if (was.state === 'published' && faq.group !== undefined) await returnUnsettled(trx, faq.group)
    return { kind: 'changed', faq }
  })
  tellChange(db, 'faq')
  return change
}

/** The name of an answer in the audit log. */
export const subjectOf = (id: number): string => `faq:${id}`

/** What of an answer its history keeps. */
export const contentOf = ({ state, kind, answer, wordings, clauses, ...more }: Faq): FaqContent => ({
  state,
  ...(kind !== undefined && { kind }),
  answer,
  wordings,
  clauses,
  ...(more.scope && { scope: more.scope }),
  ...(more.authorRole !== undefined && { authorRole: more.authorRole }),
  ...(more.expiresOn !== undefined && { expiresOn: more.expiresOn }),
})

const columnsOf = (
  { state, kind, answer, wordings, clauses, scope, authorRole, expiresOn }: FaqContent,
  { who, today }: Author,
) => ({
  state,
  // Changes of before know no kinds.
  kind: kind ?? 'reviewed',
  scope: scope ? JSON.stringify(scope) : null,
  author_role: authorRole ?? '',
  expires_on: expiresOn ?? null,
  answer,
  wordings: JSON.stringify(wordings),
  clauses: JSON.stringify(clauses),
  reviewed_on: today,
  reviewer: who,
})

async function settleGroup(trx: Database, { state, group, reviewer }: Faq): Promise<void> {
  if (state !== 'published' || group === undefined) return
  await trx
    .updateTable('question_group')
    .set({
      review: 'reviewed',
      reviewer,
      reviewed_at: new Date(),
      returned_because: null,
      asked_since: 0,
      version: sql`version + 1`,
    })
    .where('id', '=', group)
    .execute()
}
