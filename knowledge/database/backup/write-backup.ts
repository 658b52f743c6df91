import { createWriteStream } from 'node:fs'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { forLongWork } from '../long-work.ts'
import type { Database } from '../schema.ts'
import { BackupError } from './backup-error.ts'
import { createSum, formatVersion, type Header, type Manifest } from './backup-format.ts'
import { appliedMigrations, currentSchema, shapesOf, unknownMigrations } from './own-tables.ts'
import { prepareTransaction, readRows, readSequences } from './read-rows.ts'
import { type BackupSummary, readBackup } from './read-backup.ts'

/** `bytes` is the size of the file. */
export type WrittenBackup = BackupSummary & { bytes: number }

/**
 * Writes all of the assistant's tables, as they are at one moment, into a file that its owner alone may read. The file is made
 * beside its place, read again and compared with what the database gave, and only then put there: what stood under the name
 * before stays until the new one is known to be good.
 *
 * @throws {BackupError} `no-data` where there are no tables, `newer-version` where a newer version of the assistant made them.
 * @throws {Error} When the file can't be written.
 */
export async function writeBackup(
  db: Database,
  kind: 'embedded' | 'server',
  file: string,
  now = new Date(),
): Promise<WrittenBackup> {
  const draft = `${file}.${process.pid}.part`
  try {
    await forLongWork(db)
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const out = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true })
        await pipeline(Readable.from(linesOf(trx, kind, now)), createGzip(), out)
      })
    const summary = await readBackup(draft)
    await rename(draft, file)
    await syncDirectory(dirname(file))
    return { ...summary, bytes: (await stat(file)).size }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

async function* linesOf(trx: Database, from: Header['from'], now: Date): AsyncGenerator<string> {
  await prepareTransaction(trx)
  const schema = await currentSchema(trx)
  const applied = await appliedMigrations(trx, schema)
  if (applied.length === 0) throw new BackupError({ kind: 'no-data' })
  const unknown = unknownMigrations(applied)
  if (unknown.length > 0) throw new BackupError({ kind: 'newer-version', of: 'database', migrations: unknown })
  const header: Header = { 'zhixun-backup': formatVersion, madeAt: now.toISOString(), from, migrations: applied }
  yield `${JSON.stringify(header)}\n`
  const shapes = await shapesOf(trx, schema)
  const manifest: Manifest = { tables: {}, sequences: [] }
  for (const shape of shapes) {
    yield `${JSON.stringify({ table: shape.name, columns: shape.columns.map(({ name }) => name) })}\n`
    const sum = createSum()
    for await (const rows of readRows(trx, schema, shape)) {
      const lines = rows.map((row) => JSON.stringify(row))
      lines.forEach(sum.add)
      yield `${lines.join('\n')}\n`
    }
    manifest.tables[shape.name] = sum.total()
  }
  // Sequences are outside of any snapshot; read last, they are at or beyond every number that was read.
  manifest.sequences = await readSequences(trx, schema, shapes)
  yield `${JSON.stringify({ manifest })}\n`
}

/** A name survives a power cut once its directory is written. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory)
  await handle.sync().finally(() => handle.close())
}
