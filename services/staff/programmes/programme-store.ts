import { sql } from 'kysely'
import { tellChange } from '../../../knowledge/database/changes.ts'
import type { Database } from '../../../knowledge/database/schema.ts'
import { metadataOf } from '../../../knowledge/indexing/index-notices.ts'
import { type Notice, noticeMetadataSchema } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { type ProgrammeDocument, programmeDocumentSchema } from '../../eligibility/document.ts'
import type { PublishedProgramme } from '../../eligibility/programmes-in-use.ts'
import { audit } from '../audit.ts'

/** A programme as staff have it before them: what they work on, and what is in use; `version` counts every change. */
export type WrittenProgramme = {
  id: string
  version: number
  document: ProgrammeDocument
  published: ProgrammeDocument | undefined
  author: string
  updatedAt: Date
}

/** What became of a change: undefined where there is nothing of that id. */
export type ProgrammeChange = { kind: 'changed' | 'stale'; stored: WrittenProgramme }

type Row = { id: string; version: number; draft: unknown; published: unknown; author: string; updated_at: Date }

const columns = ['id', 'version', 'draft', 'published', 'author', 'updated_at'] as const
const read = (value: unknown): ProgrammeDocument => programmeDocumentSchema.parse(value)

const fromRow = ({ id, version, draft, published, author, updated_at }: Row): WrittenProgramme => ({
  id,
  version,
  document: read(draft),
  published: published === null ? undefined : read(published),
  author,
  updatedAt: updated_at,
})

export const programmeSubject = (id: string): string => `programme:${id}`

/** What staff have written, the one changed last first. */
export async function listWritten(db: Database): Promise<WrittenProgramme[]> {
  const rows = await db.selectFrom('programme').select(columns).orderBy('updated_at', 'desc').execute()
  return rows.map(fromRow)
}

export async function findWritten(db: Database, id: string): Promise<WrittenProgramme | undefined> {
  const row = await db.selectFrom('programme').select(columns).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Every programme of staff that is in use. */
export async function readPublished(db: Database): Promise<PublishedProgramme[]> {
  const rows = await db
    .selectFrom('programme')
    .select(['published', 'notice_metadata', 'notice_source'])
    .where('published', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ published, notice_metadata, notice_source }) => ({
    document: read(published),
    original: parseNotice(noticeMetadataSchema.parse(notice_metadata), notice_source ?? ''),
  }))
}

/** Tells one state of what staff have in use from another. */
export async function publishedVersion(db: Database): Promise<string> {
  const { version } = await db
    .selectFrom('programme')
    .select(sql<string>`coalesce(string_agg(id || ' ' || published_at, ',' order by id), '')`.as('version'))
    .where('published', 'is not', null)
    .executeTakeFirstOrThrow()
  return version
}

/**
 * Keeps a document to go on with; what is in use stays as it is.
 *
 * @param version That of the one it was written on; 0 where nobody has written one yet.
 */
export async function saveProgramme(
  db: Database,
  who: string,
  document: ProgrammeDocument,
  version: number,
): Promise<ProgrammeChange> {
  const { id } = document
  return db.transaction().execute(async (trx) => {
    const stored = await lockWritten(trx, id)
    if (stored && stored.version !== version) return { kind: 'stale', stored }
    const values = { draft: JSON.stringify(document), author: who }
    const row = stored
      ? await trx
          .updateTable('programme')
          .set({ ...values, version: version + 1, updated_at: sql`now()` })
          .where('id', '=', id)
          .returning(columns)
          .executeTakeFirstOrThrow()
      : await trx
          .insertInto('programme')
          .values({ id, ...values })
          .returning(columns)
          .executeTakeFirstOrThrow()
    await audit(trx, {
      who,
      action: 'programme-saved',
      subject: programmeSubject(id),
      ...(stored && { before: stored.document }),
      after: document,
    })
    return { kind: 'changed', stored: fromRow(row) }
  })
}

/** Puts what was written in use. Call it with a document that nothing is wrong with, and the notice that it quotes. */
export async function publishProgramme(
  db: Database,
  who: string,
  { id, version }: Pick<WrittenProgramme, 'id' | 'version'>,
  notice: Notice,
): Promise<ProgrammeChange | undefined> {
  const change = await db.transaction().execute(async (trx): Promise<ProgrammeChange | undefined> => {
    const stored = await lockWritten(trx, id)
    if (!stored || stored.version !== version) return stored && { kind: 'stale', stored }
    const row = await trx
      .updateTable('programme')
      .set({
        published: JSON.stringify(stored.document),
        notice_metadata: JSON.stringify(metadataOf(notice)),
        notice_source: notice.source,
        publisher: who,
        published_at: sql`clock_timestamp()`,
        version: version + 1,
      })
      .where('id', '=', id)
      .returning(columns)
      .executeTakeFirstOrThrow()
    await audit(trx, {
      who,
      action: 'programme-published',
      subject: programmeSubject(id),
      ...(stored.published && { before: stored.published }),
      after: stored.document,
    })
    return { kind: 'changed', stored: fromRow(row) }
  })
  tellChange(db, 'programme')
  return change
}

async function lockWritten(trx: Database, id: string): Promise<WrittenProgramme | undefined> {
  const row = await trx.selectFrom('programme').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && fromRow(row)
}
