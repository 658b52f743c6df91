import { sql } from 'kysely'
import type { Database } from './database/schema.ts'
import { indexNotices, metadataOf, whileAlone, type IndexReport } from './indexing/index-notices.ts'
import { newestFirst } from './load-notices.ts'
import { editionInUse, keepEdition } from './notice-editions.ts'
import { type Notice, noticeMetadataSchema } from './parsing/notice.ts'
import { parsedNotice } from './parsed-notices.ts'
import type { Spoken } from './parsing/spoken.ts'
import type { Statement } from './statements/statement.ts'

/** How an addition changed what is known; `restored`: a notice that comes with the assistant is as it came. */
export type Addition = 'added' | 'replaced' | 'restored' | 'unchanged'

/** A notice in the index, as a list shows it. `clauses` is their number; `added` says that people have added it. */
export type ListedNotice = {
  id: string
  documentNumber?: string
  issued?: string
  year: number
  title: string
  issuer: string
  clauses: number
  added: boolean
  /** How people speak of it, where staff have said. */
  spoken?: Spoken
}

/**
 * Brings the index in line with what is to be known: the notices that come with the assistant, without those taken
 * out or replaced, and those that people have added. Cheap where nothing has changed.
 *
 * @param bundled The notices of the folder, from `loadNotices`.
 * @returns Every notice known, newest first, and what was done to the index.
 */
export async function syncNotices(
  db: Database,
  bundled: Notice[],
): Promise<{ notices: Notice[]; report: IndexReport }> {
  return whileAlone(db, async (trx) => {
    const rows = await trx.selectFrom('notice').select(['id', 'added']).execute()
    const notices = await readInUse(trx, bundled)
    const kept = new Set(notices.map(({ id }) => id))
    const gone = rows.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
    const report = await indexNotices(trx, notices, gone)
    return { notices: notices.sort(newestFirst), report }
  })
}

/** The notices to be known: those that come with the assistant, without those taken out or replaced, and those added. */
export async function readInUse(db: Database, bundled: readonly Notice[]): Promise<Notice[]> {
  const removed = await db.selectFrom('removed_notice').select('id').execute()
  const added = await readAdded(db)
  const hidden = new Set([...removed, ...added].map(({ id }) => id))
  return [...bundled.filter(({ id }) => !hidden.has(id)), ...added]
}

async function readAdded(db: Database): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notice')
    .select(['metadata', 'source', 'content_hash'])
    .where('added', '=', true)
    .execute()
  const notices: Notice[] = []
  for (const { metadata, source, content_hash } of rows)
    notices.push(await parsedNotice(content_hash, noticeMetadataSchema.parse(metadata), source))
  return notices
}

/**
 * Adds a notice for good, in place of the one with its id where there is one, which is kept as an edition. The one that came
 * with the assistant, given as it came, is that one again.
 *
 * @param bundled The notices of the folder, from `loadNotices`.
 * @param statements The notice's, where they have been read.
 * @param isUndoing Whether it takes back the one in use, so that nothing leads back to that.
 */
export async function addNotice(
  db: Database,
  bundled: Notice[],
  notice: Notice,
  statements?: Statement[],
  isUndoing = false,
): Promise<Addition> {
  return whileAlone(db, async (trx) => {
    const known = await editionInUse(trx, notice.id)
    const original = bundled.find((other) => other.id === notice.id && contentOf(other) === contentOf(notice))
    const added = original === undefined
    await trx.deleteFrom('removed_notice').where('id', '=', notice.id).execute()
    const { indexed } = await indexNotices(trx, [original ?? notice], [], original ? undefined : statements)
    await trx.updateTable('notice').set({ added }).where('id', '=', notice.id).execute()
    if (indexed.length === 0) return 'unchanged'
    if (known) await keepEdition(trx, known, isUndoing)
    if (!added) return 'restored'
    return known ? 'replaced' : 'added'
  })
}

const contentOf = (notice: Notice): string => JSON.stringify([metadataOf(notice), notice.source])

/**
 * Takes a notice out of the index for good, and keeps it as an edition: one that came with the assistant stays out at the next
 * start too.
 *
 * @returns Whether it was there.
 */
export async function removeNotice(db: Database, bundled: Notice[], id: string, isUndoing = false): Promise<boolean> {
  return whileAlone(db, async (trx) => {
    const known = await editionInUse(trx, id)
    if (!known) return false
    await indexNotices(trx, [], [id])
    await keepEdition(trx, known, isUndoing)
    if (bundled.some((notice) => notice.id === id)) {
      await trx
        .insertInto('removed_notice')
        .values({ id })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    return true
  })
}

/** The notices in the index, newest first. */
export async function listNotices(db: Database): Promise<ListedNotice[]> {
  const rows = await db
    .selectFrom('notice')
    .select((row) => [
      ...(['id', 'document_number', 'issued', 'year', 'title', 'issuer', 'added'] as const),
      row
        .selectFrom('clause')
        .select(({ fn }) => fn.countAll<number>().as('clauses'))
        .whereRef('clause.notice', '=', 'notice.id')
        .as('clauses'),
      sql<Spoken | null>`metadata->'spoken'`.as('spoken'),
    ])
    .orderBy('year', 'desc')
    .orderBy(sql`coalesce(issued::text, '')`, 'desc')
    .orderBy('id')
    .execute()
  return rows.map(({ document_number, issued, clauses, spoken, ...row }) => ({
    ...row,
    ...(document_number !== null && { documentNumber: document_number }),
    ...(issued !== null && { issued }),
    ...(spoken && { spoken }),
    clauses: clauses ?? 0,
  }))
}

/**
 * A short text that changes whenever a notice is added, replaced or removed, by whatever process: cheap enough to be
 * asked every few seconds. Compares for equality only.
 */
export async function noticesVersion(db: Database): Promise<string> {
  const { version } = await db
    .selectFrom('notice')
    .select(sql<string>`md5(coalesce(string_agg(id || content_hash, ',' order by id), ''))`.as('version'))
    .executeTakeFirstOrThrow()
  return version
}
