import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { forLongWork } from '../database/long-work.ts'
import type { Database, Schema } from '../database/schema.ts'
import { keptFor } from '../kept.ts'
import type { Notice, NoticeMetadata } from '../parsing/notice.ts'
import type { Statement } from '../statements/statement.ts'
import { renewStatements, storeStatements } from './store-statements.ts'
import { aboveOf, indexPassages, removePassages } from './index-passages.ts'
import { indexVersion } from './index-state.ts'

export type IndexReport = { indexed: string[]; unchanged: string[]; removed: string[] }

/** Serialises writers of the index across processes: any fixed number. */
const indexLock = 20_250_604

/**
 * Brings the index in line with the notices given: new and changed ones are indexed, those whose text, metadata
 * and index version are as before are left alone, and `gone` are taken out. Starting twice indexes once.
 *
 * @param gone Ids to take out of the index.
 * @param statements Of the notice given, where there is one and they have been read.
 */
export async function indexNotices(
  db: Database,
  notices: Notice[],
  gone: string[] = [],
  statements?: Statement[],
): Promise<IndexReport> {
  return whileAlone(db, async (trx) => {
    const known = new Map(
      (await trx.selectFrom('notice').select(['id', 'content_hash']).execute()).map((row) => [
        row.id,
        row.content_hash,
      ]),
    )
    const report: IndexReport = { indexed: [], unchanged: [], removed: gone.filter((id) => known.has(id)) }
    const changed = notices.filter((notice) => known.get(notice.id) !== contentHash(notice))
    report.indexed = changed.map(({ id }) => id)
    report.unchanged = notices.filter((notice) => !changed.includes(notice)).map(({ id }) => id)
    await removePassages(trx, [...report.removed, ...report.indexed.filter((id) => known.has(id))])
    if (report.removed.length > 0) await trx.deleteFrom('notice').where('id', 'in', report.removed).execute()
    for (const notice of changed) await writeNotice(trx, notice, statements)
    if (changed.length > 0) await indexPassages(trx, changed.map(passagesOf))
    await renewStatements(trx, notices)
    return report
  })
}

/**
 * Runs writes of the index in a transaction, one writer at a time across processes.
 *
 * @param db Also a transaction, which it then becomes a part of.
 */
export async function whileAlone<T>(db: Database, write: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
  if (!db.isTransaction)
    return forLongWork(db)
      .transaction()
      .execute((trx) => whileAlone(trx, write))
  await db.selectNoFrom(({ fn, val }) => fn('pg_advisory_xact_lock', [val(indexLock)]).as('locked')).execute()
  return write(db)
}

async function writeNotice(trx: Kysely<Schema>, notice: Notice, statements: Statement[] | undefined): Promise<void> {
  const values = {
    title: notice.title,
    short_title: notice.shortTitle,
    document_number: notice.documentNumber ?? null,
    issuer: notice.issuer,
    issued: notice.issued ?? null,
    year: notice.year,
    metadata: JSON.stringify(metadataOf(notice)),
    source: notice.source,
    content_hash: contentHash(notice),
  }
  await trx
    .insertInto('notice')
    .values({ id: notice.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, indexed_at: new Date() }))
    .execute()
  await storeStatements(trx, notice, statements)
}

const passagesOf = ({ id, shortTitle, clauses }: Notice) => ({
  notice: id,
  passages: clauses.map((clause) => ({ clause, above: aboveOf(shortTitle, clause.path) })),
})

export function metadataOf(notice: Notice): NoticeMetadata {
  const { source: _source, clauses: _clauses, ...metadata } = notice
  return metadata
}

/** Made once: that of a long notice takes its time. */
const contentHash = keptFor((notice: Notice): string =>
  createHash('sha256')
    .update(JSON.stringify([indexVersion, metadataOf(notice), notice.source, notice.clauses]))
    .digest('hex'),
)
