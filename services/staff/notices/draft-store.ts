import { randomBytes } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Database } from '../../../knowledge/database/schema.ts'
import type { NoticeDraftTable } from '../../../knowledge/database/staff-schema.ts'
import type { Hints } from '../../../knowledge/importing/read-html.ts'
import { storableJson } from '../../../knowledge/language/characters.ts'
import { audit } from '../audit.ts'
import type { Draft, DraftChange, ListedDraft, Told } from './draft.ts'

type Listed = Omit<Selectable<NoticeDraftTable>, 'source' | 'told' | 'created_at'>

const listedOf = (row: Listed): ListedDraft => ({
  id: row.id,
  fileName: row.file_name,
  title: row.title,
  scheduledFor: row.scheduled_for ?? undefined,
  trouble: row.trouble ?? undefined,
  author: row.author,
  updatedAt: row.updated_at,
  version: row.version,
})

function draftOf(row: Selectable<NoticeDraftTable>): Draft {
  const { hints, ...told } = row.told as Told & { hints: Hints }
  return { ...listedOf(row), source: row.source, hints, told }
}

const json = (told: Told, hints: Hints): string => JSON.stringify(storableJson({ ...told, hints }))

/** The name of a draft in the audit log. */
export const draftSubject = (id: string): string => `notice-draft:${id}`

export type NewDraft = Pick<Draft, 'fileName' | 'source' | 'hints' | 'told' | 'title'>

/** @param db Also a transaction, which it then becomes a part of. */
export async function addDraft(db: Database, who: string, given: NewDraft): Promise<Draft> {
  if (!db.isTransaction) return db.transaction().execute((trx) => addDraft(trx, who, given))
  const { fileName, source, hints, told, title } = given
  const id = `draft-${randomBytes(6).toString('hex')}`
  const row = await db
    .insertInto('notice_draft')
    .values({ id, file_name: fileName, source, told: json(told, hints), title, author: who })
    .returningAll()
    .executeTakeFirstOrThrow()
  await audit(db, { who, action: 'notice-drafted', subject: draftSubject(id), after: { fileName, title } })
  return draftOf(row)
}

export async function findDraft(db: Database, id: string): Promise<Draft | undefined> {
  const row = await db.selectFrom('notice_draft').selectAll().where('id', '=', id).executeTakeFirst()
  return row && draftOf(row)
}

/** Every draft, the one changed last first. */
export async function listDrafts(db: Database): Promise<ListedDraft[]> {
  const rows = await db
    .selectFrom('notice_draft')
    .select(['id', 'file_name', 'title', 'scheduled_for', 'trouble', 'author', 'updated_at', 'version'])
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(listedOf)
}

type Of = Pick<Draft, 'id' | 'version'>

/**
 * Changes what is told of a draft, or the day it is for; what is left out stays.
 *
 * @param of Which draft, and the version of it that the change was made from: another refuses it.
 * @returns Undefined where there is none of that id.
 */
export async function changeDraft(
  db: Database,
  who: string,
  { id, version }: Of,
  change: { told?: Told; title?: string; scheduledFor?: string | null },
): Promise<DraftChange | undefined> {
  return db.transaction().execute(async (trx): Promise<DraftChange | undefined> => {
    const row = await trx.selectFrom('notice_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
    if (!row) return undefined
    const before = draftOf(row)
    if (row.version !== version) return { kind: 'stale', stored: before }
    const changed = await trx
      .updateTable('notice_draft')
      .set({
        ...(change.told && { told: json(change.told, before.hints) }),
        ...(change.title !== undefined && { title: change.title }),
        ...(change.scheduledFor !== undefined && { scheduled_for: change.scheduledFor, author: who }),
        trouble: null,
        updated_at: new Date(),
        version: sql<number>`version + 1`,
      })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow()
    const draft = draftOf(changed)
    const isDay = change.scheduledFor !== undefined
    const action = !isDay ? 'notice-mended' : change.scheduledFor === null ? 'notice-unscheduled' : 'notice-scheduled'
    const [was, is] = [before, draft].map((one) => (isDay ? { day: one.scheduledFor ?? null } : one.told))
    await audit(trx, { who, action, subject: draftSubject(id), before: was, after: is })
    return { kind: 'changed', draft }
  })
}

/** Drops a draft. @returns Undefined where there is none; `stale` where somebody has changed it meanwhile. */
export async function deleteDraft(db: Database, who: string, { id, version }: Of): Promise<DraftChange | undefined> {
  return db.transaction().execute(async (trx): Promise<DraftChange | undefined> => {
    const draft = await takeDraft(trx, id, version)
    if (draft?.kind === 'changed') {
      const { fileName, title } = draft.draft
      await audit(trx, { who, action: 'notice-draft-deleted', subject: draftSubject(id), before: { fileName, title } })
    }
    return draft
  })
}

/** Takes a draft out of the table, in the transaction that makes something of it. */
export async function takeDraft(trx: Database, id: string, version: number): Promise<DraftChange | undefined> {
  const row = await trx.selectFrom('notice_draft').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return undefined
  const draft = draftOf(row)
  if (row.version !== version) return { kind: 'stale', stored: draft }
  await trx.deleteFrom('notice_draft').where('id', '=', id).execute()
  return { kind: 'changed', draft }
}

/** Keeps why a draft was not put in use on its day, which is over then. */
export async function keepTrouble(db: Database, { id, version }: Of, trouble: string): Promise<void> {
  await db
    .updateTable('notice_draft')
    .set({ scheduled_for: null, trouble, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .execute()
}

/** Drafts whose day has come. @param today YYYY-MM-DD */
export async function dueDrafts(db: Database, today: string): Promise<ListedDraft[]> {
  return (await listDrafts(db)).filter(({ scheduledFor }) => scheduledFor !== undefined && scheduledFor <= today)
}
