import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BackupError } from '../../knowledge/database/backup/backup-error.ts'
import { snapshotDirectory } from '../../knowledge/database/backup/take-snapshot.ts'
import { type WrittenBackup, writeBackup } from '../../knowledge/database/backup/write-backup.ts'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { databaseName } from '../../knowledge/database/embedded-database.ts'
import { backupTexts } from '../../prompts/backup-texts.ts'
import type { Config } from '../config.ts'
import { findSnapshots } from './backup-socket.ts'
import { rowsIn } from './count-rows.ts'
import { inWords } from './explain-backup-fault.ts'
import { type Operation, runOperation } from './run-operation.ts'

function readArguments(args: string[]): Operation | undefined {
  const [file] = args
  if (args.length !== 1 || file === undefined || file.startsWith('-')) return undefined
  return async (config) => {
    const { manifest, bytes } = await backUp(config, resolve(file))
    return backupTexts.written(file, Object.keys(manifest.tables).length, rowsIn(manifest), inWords(bytes))
  }
}

/** From the server or, where a running assistant has the embedded database, from a copy that it makes in an instant. */
async function backUp({ databaseUrl, dataDir }: Config, file: string): Promise<WrittenBackup> {
  if (databaseUrl !== undefined) return from({ dataDir, url: databaseUrl }, file)
  if (!existsSync(join(dataDir, databaseName))) throw new BackupError({ kind: 'no-data' })
  const copyTo = await findSnapshots(dataDir)
  if (!copyTo) return from({ dataDir }, file)
  const copy = snapshotDirectory(resolve(dataDir))
  try {
    await copyTo(copy)
    return await from({ dataDir: copy }, file)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

async function from(options: { dataDir: string; url?: string }, file: string): Promise<WrittenBackup> {
  const { db, kind, close } = await openDatabase(options)
  return writeBackup(db, kind, file).finally(close)
}

process.exitCode = await runOperation(process.env, readArguments(process.argv.slice(2)), backupTexts.backupUsage)
