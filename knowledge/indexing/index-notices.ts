import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { forLongWork } from '../database/long-work.ts'
import type { Database, Schema } from '../database/schema.ts'
import { keptFor } from '../kept.ts'
import type { Notice, NoticeMetadata } from '../parsing/notice.ts'
import type { Statement } from '../statements/statement.ts'
import type { Embedder } from './embedder.ts'
import { renewStatements, storeStatements } from './store-statements.ts'
import { indexPassages, indexVersion, removePassages } from './index-passages.ts'

export type IndexReport = { indexed: string[]; unchanged: string[]; removed: string[] }

/** Serialises writers of the index across processes: any fixed number. */
const indexLock = 20_250_604

/**
 * Brings the index in line with the notices given: new and changed ones are indexed, those whose text, metadata,
 * embedder and index version are as before are left alone, and `gone` are taken out. Starting twice indexes once.
 *
 * @param gone Ids to take out of the index.
 * @param statements Of the notice given, where there is one and they have been read.
 */
export async function indexNotices(
  db: Database,
  notices: Notice[],
  embedder: Embedder,
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
    for (const id of report.removed) await removeNotice(trx, id)
    for (const notice of notices) {
      const hash = contentHash(notice, embedder)
      if (known.get(notice.id) === hash) report.unchanged.push(notice.id)
      else report.indexed.push(await writeNotice(trx, notice, { hash, embedder, statements }))
    }
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

async function removeNotice(trx: Kysely<Schema>, id: string): Promise<void> {
  await removePassages(trx, id)
  await trx.deleteFrom('notice').where('id', '=', id).execute()
}

type Writing = { hash: string; embedder: Embedder; statements: Statement[] | undefined }

async function writeNotice(
  trx: Kysely<Schema>,
  notice: Notice,
  { hash, embedder, statements }: Writing,
): Promise<string> {
  const values = {
    title: notice.title,
    short_title: notice.shortTitle,
    document_number: notice.documentNumber ?? null,
    issuer: notice.issuer,
    issued: notice.issued ?? null,
    year: notice.year,
    metadata: JSON.stringify(metadataOf(notice)),
    source: notice.source,
    content_hash: hash,
  }
  await trx
    .insertInto('notice')
    .values({ id: notice.id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ ...values, indexed_at: new Date() }))
    .execute()
  await storeStatements(trx, notice, statements)
  const passages = notice.clauses.map((clause) => ({ clause, above: `${notice.shortTitle} ${clause.path}` }))
  await indexPassages(trx, notice.id, passages, embedder)
  return notice.id
}

export function metadataOf(notice: Notice): NoticeMetadata {
  const { source: _source, clauses: _clauses, ...metadata } = notice
  return metadata
}

const contentHash = (notice: Notice, embedder: Embedder): string => {
  const hashes = hashesOf(notice)
  const known = hashes.get(embedder.id)
  if (known !== undefined) return known
  const content = [indexVersion, embedder.id, metadataOf(notice), notice.source, notice.clauses]
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  hashes.set(embedder.id, hash)
  return hash
}

/** The hashes of a notice by embedder: a long one takes its time. */
const hashesOf = keptFor<Notice, Map<string, string>>(() => new Map())
