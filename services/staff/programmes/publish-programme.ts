import { sql } from 'kysely'
import { tellChange } from '../../../knowledge/database/changes.ts'
import type { Database } from '../../../knowledge/database/schema.ts'
import { metadataOf } from '../../../knowledge/indexing/index-notices.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import type { ProgrammeDocument } from '../../eligibility/document.ts'
import { audit } from '../audit.ts'
import {
  columns,
  fromRow,
  lockWritten,
  type ProgrammeChange,
  programmeSubject,
  type WrittenProgramme,
} from './programme-store.ts'

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
        ...inUseOf(stored.document, notice),
        carried: null,
        is_withdrawn: false,
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

/**
 * Takes a programme out of use, or a draft that nobody is to go on with off the list of what waits.
 *
 * @param shipped Where it comes with the assistant: its document, and the notice that this quotes.
 */
export async function withdrawProgramme(
  db: Database,
  who: string,
  { id, version }: Pick<WrittenProgramme, 'id' | 'version'>,
  shipped?: { document: ProgrammeDocument; notice: Notice },
): Promise<ProgrammeChange | undefined> {
  const change = await db.transaction().execute(async (trx): Promise<ProgrammeChange | undefined> => {
    const stored = await lockWritten(trx, id)
    if ((stored?.version ?? 0) !== version) return stored && { kind: 'stale', stored }
    if (!stored && !shipped) return undefined
    const content = stored?.published === undefined && shipped && inUseOf(shipped.document, shipped.notice)
    const values = { ...content, is_withdrawn: true, version: version + 1, updated_at: sql<Date>`now()` }
    const row = await trx
      .insertInto('programme')
      .values({ id, draft: JSON.stringify(stored?.document ?? shipped!.document), author: who, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .returning(columns)
      .executeTakeFirstOrThrow()
    await audit(trx, { who, action: 'programme-withdrawn', subject: programmeSubject(id) })
    return { kind: 'changed', stored: fromRow(row) }
  })
  tellChange(db, 'programme')
  return change
}

const inUseOf = (document: ProgrammeDocument, notice: Notice) => ({
  published: JSON.stringify(document),
  notice_metadata: JSON.stringify(metadataOf(notice)),
  notice_source: notice.source,
})
