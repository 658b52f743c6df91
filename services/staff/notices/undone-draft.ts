import type { Database } from '../../../knowledge/database/schema.ts'
import { readMetadata } from '../../../knowledge/importing/derive-metadata.ts'
import { optionalFields } from '../../../knowledge/importing/prepare-notice.ts'
import type { NoticeMetadata } from '../../../knowledge/parsing/notice.ts'
import { longText } from '../../../knowledge/parsing/parse-thread.ts'
import type { GivenMetadata, Told } from './draft.ts'
import type { NewDraft } from './draft-store.ts'

type Edition = { metadata: NoticeMetadata; title: string; source: string }

const fields = ['title', 'documentNumber', 'issuer', 'issued', 'year', 'effectiveFrom', 'effectiveUntil'] as const

/** What people had told of an edition: all that its text doesn't tell by itself. */
function toldOf({ metadata, source }: Edition, fileName: string): Told {
  const read = source.length > longText ? undefined : readMetadata(source, fileName, {}, {})
  const told = fields.filter((field) => metadata[field] !== undefined && metadata[field] !== read?.[field]?.value)
  const given = Object.fromEntries(told.map((field) => [field, metadata[field]])) as GivenMetadata
  const without = optionalFields.filter((field) => metadata[field] === undefined && read?.[field] !== undefined)
  if (metadata.spoken) given.spoken = metadata.spoken
  return { given, without, edits: metadata.edits ?? [], relation: null }
}

/**
 * An edition that was taken back as a draft, to be mended and put in use again.
 *
 * @param of The notice that is in use in its place, where there is one.
 */
export function undoneDraft(edition: Edition, fileName: string, of: string | undefined): NewDraft {
  const told = toldOf(edition, fileName)
  const [amended] = edition.metadata.amends ?? []
  const relation =
    of !== undefined
      ? { as: 'correction' as const, of }
      : amended === undefined
        ? null
        : { as: 'amends' as const, of: amended }
  return { fileName, source: edition.source, hints: {}, told: { ...told, relation }, title: edition.title }
}

/** The file that a notice in use was read from, as it was called. */
export async function fileNameOf(db: Database, subject: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('audit')
    .select('after')
    .where('subject', '=', subject)
    .where('action', '=', 'notice-published')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.after as { fileName?: string } | undefined)?.fileName
}
