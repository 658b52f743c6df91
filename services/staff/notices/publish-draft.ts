import type { Database } from '../../../knowledge/database/schema.ts'
import type { Prepared } from '../../../knowledge/importing/prepare-off-thread.ts'
import { metadataOf, whileAlone } from '../../../knowledge/indexing/index-notices.ts'
import { editionInUse, versionOf } from '../../../knowledge/notice-editions.ts'
import { rollBack, type Rollback } from '../../../knowledge/notice-rollback.ts'
import { addNotice, removeNotice } from '../../../knowledge/notice-store.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { audit, type AuditEntry } from '../audit.ts'
import type { Draft, DraftChange } from './draft.ts'
import { addDraft, takeDraft } from './draft-store.ts'
import { fileNameOf, undoneDraft } from './undone-draft.ts'

/** What notices are kept with. */
export type Shelf = { db: Database; bundled: Notice[] }

/** Changes that are listed at most. */
const mostChanges = 1_000

/** The name of a notice in the audit log. */
export const noticeSubject = (id: string): string => `notice:${id}`

/** What was done with notices in use, the last first. */
export async function listNoticeChanges(db: Database): Promise<AuditEntry[]> {
  return db
    .selectFrom('audit')
    .selectAll()
    .where('subject', 'like', noticeSubject('%'))
    .orderBy('id', 'desc')
    .limit(mostChanges)
    .execute()
}

/**
 * Puts a draft in use: it is a draft no more.
 *
 * @param prepared The notice that it makes, read from this very version of it.
 */
export async function publishDraft(
  { db, bundled }: Shelf,
  who: string,
  { id, version }: Pick<Draft, 'id' | 'version'>,
  { notice, statements }: Prepared,
): Promise<DraftChange | undefined> {
  return whileAlone(db, async (trx) => {
    const taken = await takeDraft(trx, id, version)
    if (taken?.kind !== 'changed') return taken
    const before = await editionInUse(trx, notice.id)
    await addNotice(trx, bundled, notice, statements)
    const after = { ...metadataOf(notice), fileName: taken.draft.fileName }
    await audit(trx, {
      who,
      action: 'notice-published',
      subject: noticeSubject(notice.id),
      before: before?.metadata,
      after,
    })
    return taken
  })
}

/** A notice and which edition of it is in use, as `versionOf` says, or `removed`. */
export type InUseOf = { id: string; version: string }

/** What a rollback led to, and the draft that was made of the edition taken back. */
export type RolledBack = Rollback & { draft?: string }

/** Puts the edition before the one in use in use again; that one becomes a draft, to be mended. @returns `stale` where another one is in use meanwhile; undefined where there is nothing to go back to. */
export async function rollBackNotice(
  { db, bundled }: Shelf,
  who: string,
  { id, version }: InUseOf,
): Promise<RolledBack | 'stale' | undefined> {
  return whileAlone(db, async (trx) => {
    const before = await editionInUse(trx, id)
    if (versionOf(before) !== version) return 'stale'
    const rollback = await rollBack(trx, bundled, id)
    if (!rollback) return undefined
    const after = rollback.kind === 'restored' ? metadataOf(rollback.notice) : undefined
    await audit(trx, { who, action: 'notice-rolled-back', subject: noticeSubject(id), before: before?.metadata, after })
    if (!before) return rollback
    const fileName = (await fileNameOf(trx, noticeSubject(id))) ?? `${before.title}.txt`
    const draft = await addDraft(trx, who, undoneDraft(before, fileName, rollback.kind === 'restored' ? id : undefined))
    return { ...rollback, draft: draft.id }
  })
}

/** Takes a notice out of use; it can be rolled back. @returns Whether it was there, or `stale`. */
export async function takeOut(
  { db, bundled }: Shelf,
  who: string,
  { id, version }: InUseOf,
): Promise<boolean | 'stale'> {
  return whileAlone(db, async (trx) => {
    const before = await editionInUse(trx, id)
    if (before && versionOf(before) !== version) return 'stale'
    const isTaken = await removeNotice(trx, bundled, id)
    if (isTaken)
      await audit(trx, { who, action: 'notice-removed', subject: noticeSubject(id), before: before?.metadata })
    return isTaken
  })
}
