import type { Database } from './database/schema.ts'
import { type Notice, type NoticeMetadata, noticeMetadataSchema } from './parsing/notice.ts'
import { parsedNotice } from './parsed-notices.ts'

/** A notice as it is or was in use. */
type Content = { title: string; metadata: NoticeMetadata; source: string }
type InUse = Content & { id: string; content_hash: string }

/** An edition that is no longer in use; `isUndone`: it was taken back. */
export type Edition = {
  id: number
  notice: string
  title: string
  metadata: NoticeMetadata
  isUndone: boolean
  ended: Date
}

/** The notice in use under an id, as an edition is kept. */
export async function editionInUse(db: Database, id: string): Promise<InUse | undefined> {
  return db
    .selectFrom('notice')
    .select(['id', 'title', 'metadata', 'source', 'content_hash'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Which edition is in use, in a short text that compares for equality only; `removed` where there is none. */
export const versionOf = (inUse: Pick<InUse, 'content_hash'> | undefined): string =>
  inUse?.content_hash.slice(0, 16) ?? 'removed'

/** The same of every notice in use, by id. */
export async function versionsInUse(db: Database): Promise<Map<string, string>> {
  const rows = await db.selectFrom('notice').select(['id', 'content_hash']).execute()
  return new Map(rows.map((row) => [row.id, versionOf(row)]))
}

/** Keeps what was in use, in the transaction that puts something else in its place. */
export async function keepEdition(
  trx: Database,
  { id, title, metadata, source }: Content & { id: string },
  isUndone: boolean,
): Promise<void> {
  await trx
    .insertInto('notice_edition')
    .values({ notice: id, title, metadata: JSON.stringify(metadata), source, is_undone: isUndone })
    .execute()
}

/** The editions that are no longer in use, the last one first: of one notice, or of all. */
export async function listEditions(db: Database, notice?: string): Promise<Edition[]> {
  let query = db
    .selectFrom('notice_edition')
    .select(['id', 'notice', 'title', 'metadata', 'is_undone', 'ended_at'])
    .orderBy('id', 'desc')
  if (notice !== undefined) query = query.where('notice', '=', notice)
  return (await query.execute()).map(({ is_undone, ended_at, metadata, ...row }) => ({
    ...row,
    metadata: metadata as NoticeMetadata,
    isUndone: is_undone,
    ended: ended_at,
  }))
}

/** The texts that a notice had before the one in use, the latest last, those that were taken back too. */
export async function editionTexts(db: Database, notice: string): Promise<Notice[]> {
  const rows = await db
    .selectFrom('notice_edition')
    .select(['id', 'metadata', 'source'])
    .where('notice', '=', notice)
    .orderBy('id')
    .execute()
  const texts: Notice[] = []
  for (const { id, metadata, source } of rows)
    texts.push(await parsedNotice(`edition ${id}`, noticeMetadataSchema.parse(metadata), source))
  return texts
}

/**
 * Takes the last edition of a notice that was not taken back out of those kept, to put it in use again.
 *
 * @param trx A transaction in which it is put in use.
 */
export async function takeLastEdition(trx: Database, notice: string): Promise<Notice | undefined> {
  const row = await trx
    .selectFrom('notice_edition')
    .select(['id', 'metadata', 'source'])
    .where('notice', '=', notice)
    .where('is_undone', '=', false)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  await trx.deleteFrom('notice_edition').where('id', '=', row.id).execute()
  return parsedNotice(`edition ${row.id}`, noticeMetadataSchema.parse(row.metadata), row.source)
}
