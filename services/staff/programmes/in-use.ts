import { sql } from 'kysely'
import type { Database } from '../../../knowledge/database/schema.ts'
import { type Notice, noticeMetadataSchema } from '../../../knowledge/parsing/notice.ts'
import { parseNotice } from '../../../knowledge/parsing/parse-notice.ts'
import { programmeDocumentSchema } from '../../eligibility/document.ts'
import type { PublishedProgramme } from '../../eligibility/programmes-in-use.ts'
import type { Carried } from './carried.ts'

/**
 * Every programme of staff that is in use or was withdrawn, and those of a newer notice that nobody has read yet: by what of
 * the older one still stands.
 */
export async function readPublished(db: Database): Promise<PublishedProgramme[]> {
  const rows = await db
    .selectFrom('programme')
    .select(['id', 'draft', 'published', 'notice_metadata', 'notice_source', 'carried', 'is_withdrawn'])
    .where((is) => is.or([is('published', 'is not', null), is('carried', 'is not', null)]))
    .orderBy('id')
    .execute()
  return rows.flatMap(
    ({ id, draft, published, notice_metadata, notice_source, carried, is_withdrawn }): PublishedProgramme[] => {
      if (published !== null) {
        const original = parseNotice(noticeMetadataSchema.parse(notice_metadata), notice_source ?? '')
        const document = programmeDocumentSchema.parse(published)
        return [{ document, original, ...(is_withdrawn && { isWithdrawn: true }) }]
      }
      const { from } = carried as Carried
      return is_withdrawn || from === id ? [] : [{ document: programmeDocumentSchema.parse(draft), after: from }]
    },
  )
}

/** The notice that each programme in use quotes, as it was when it was put in use, by the programme's id. */
export async function readOriginals(db: Database): Promise<Map<string, Notice>> {
  const known = (await readPublished(db)).filter((one) => 'original' in one)
  return new Map(known.map(({ document, original }) => [document.id, original]))
}

/** Tells one state of what staff have in use from another. */
export async function publishedVersion(db: Database): Promise<string> {
  const { version } = await db
    .selectFrom('programme')
    .select(
      sql<string>`coalesce(string_agg(concat_ws(' ', id, published_at::text, is_withdrawn::text, carried ->> 'from'), ',' order by id), '')`.as(
        'version',
      ),
    )
    .where((is) => is.or([is('published', 'is not', null), is('carried', 'is not', null)]))
    .executeTakeFirstOrThrow()
  return version
}
