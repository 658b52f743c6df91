import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeBackup } from '../knowledge/database/backup/write-backup.ts'
import type { OpenDatabase } from '../knowledge/database/connect.ts'
import { migrateToLatest, pendingMigrations } from '../knowledge/database/migrate.ts'
import { backupTexts } from '../prompts/backup-texts.ts'

type Upgrade = { backupDir?: string | undefined; onNote?: ((note: string) => void) | undefined }

/**
 * Brings the tables to the newest form. Where a directory for backups is set and there are tables to bring up, they are backed
 * up first; without that backup nothing is changed.
 *
 * @returns How many migrations were run.
 * @throws {Error} When the backup can't be written, or a migration fails.
 */
export async function upgradeDatabase({ db, kind }: OpenDatabase, { backupDir, onNote }: Upgrade): Promise<number> {
  const { applied, pending } = await pendingMigrations(db)
  if (pending.length > 0 && applied.length > 0 && backupDir !== undefined) {
    const file = join(backupDir, nameFor(pending.at(-1)!, new Date()))
    try {
      mkdirSync(backupDir, { recursive: true, mode: 0o700 })
      await writeBackup(db, kind, file)
    } catch (error) {
      throw new Error(`BACKUP_DIR: no backup, so no upgrade: ${(error as Error).message}`, { cause: error })
    }
    onNote?.(backupTexts.upgradeBackup(file))
  }
  await migrateToLatest(db)
  return pending.length
}

/** Several processes may start at once, each with a backup of its own. */
const nameFor = (version: string, at: Date): string =>
  `before-${version}-${at.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${process.pid}.jsonl.gz`
