import { execFileSync } from 'node:child_process'
import { closeSync, chownSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

/** A disk of its own in memory, small enough to be filled up. */
export type SmallDisk = {
  /** For what processes keep in files. */
  dataDir: string
  /** For the tables of a database; owned by whom the server runs as. */
  tables: string
  /** Takes all the room that is left. */
  fill(): void
  /** Gives it back. */
  clear(): void
  unmount(): void
}

const size = '512m'
const block = Buffer.alloc(1024 * 1024)

/**
 * Mounts a small disk on an empty directory, which only root may do, and only for a server on this machine.
 *
 * @returns Undefined where that isn't so.
 */
export async function mountSmallDisk(directory: string, admin: pg.Client): Promise<SmallDisk | undefined> {
  const { rows } = await admin.query<{ path: string }>("select current_setting('data_directory', true) as path")
  const owner = statSync(rows[0]?.path ?? '', { throwIfNoEntry: false })
  if (process.getuid?.() !== 0 || !owner) return undefined
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=755`, 'tmpfs', directory])
  const [dataDir, tables, ballast] = ['data', 'tables', 'ballast'].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(dataDir)
  mkdirSync(tables)
  chownSync(tables, owner.uid, owner.gid)
  return {
    dataDir,
    tables,
    fill() {
      const file = openSync(ballast, 'w')
      try {
        for (let step = block.length; step > 0; step = Math.floor(step / 16)) writeWhileRoom(file, step)
      } finally {
        closeSync(file)
      }
    },
    clear: () => rmSync(ballast, { force: true }),
    unmount: () => void execFileSync('umount', [directory]),
  }
}

function writeWhileRoom(file: number, bytes: number): void {
  try {
    while (writeSync(file, block, 0, bytes) === bytes);
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOSPC') throw error
  }
}
