import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { readdir, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseName } from '../embedded-database.ts'
import { BackupError } from './backup-error.ts'

const prefix = 'snapshot-'
/** What a killed backup has left is removed by a later one, never while it may still be read. */
const leftBehindMs = 24 * 60 * 60 * 1000
/** Room that stays free beside the copy, in bytes: a database that can't write any more stops. */
const spare = 256 * 1024 * 1024

/** An empty directory beside an embedded database, for a copy of it; the caller removes it. */
export function snapshotDirectory(dataDir: string, now = Date.now()): string {
  for (const name of readdirSync(dataDir).filter((one) => one.startsWith(prefix))) {
    const left = join(dataDir, name)
    if (now - statSync(left).mtimeMs > leftBehindMs) rmSync(left, { recursive: true, force: true })
  }
  return mkdtempSync(join(dataDir, prefix))
}

/** @throws {BackupError} `no-room` when a copy of the database would nearly fill the disk. */
export async function requireRoomForCopy(dataDir: string): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const bytes = await sizeOf(join(dataDir, databaseName))
  if (bavail * bsize < bytes + spare)
    throw new BackupError({ kind: 'no-room', directory: dataDir, bytes, free: bavail * bsize })
}

async function sizeOf(directory: string): Promise<number> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = names.filter((name) => name.isFile()).map(({ parentPath, name }) => join(parentPath, name))
  let bytes = 0
  // PostgreSQL may remove a file meanwhile.
  for (const file of files) bytes += (await stat(file).catch(() => ({ size: 0 }))).size
  return bytes
}
