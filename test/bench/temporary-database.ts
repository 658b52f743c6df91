import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../knowledge/database/connect.ts'
import { migrateToLatest } from '../../knowledge/database/migrate.ts'
import type { Database } from '../../knowledge/database/schema.ts'

/** A directory for as long as `work` takes. */
export async function inTemporaryDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-bench-'))
  try {
    return await work(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** An embedded database of its own, migrated and empty, for as long as `work` takes. */
export function withDatabase<Result>(work: (db: Database) => Promise<Result>): Promise<Result> {
  return inTemporaryDirectory(async (dataDir) => {
    const { db, close } = await openDatabase({ dataDir })
    try {
      await migrateToLatest(db)
      return await work(db)
    } finally {
      await close()
    }
  })
}
