import { accessSync, closeSync, constants, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** In the directory itself, empty for ever, and never to be deleted while it is held. */
const lockName = 'lock.sqlite'
/** Two that start at the same moment step back in turns until one has it. */
const patienceMs = 1_000
const sqliteBusy = 5

/** Another process has the directory, in this container or another. */
export class DirectoryInUse extends Error {
  readonly directory: string

  constructor(directory: string) {
    super(`${directory} is in use by another process`)
    this.directory = directory
  }
}

/** Kept here, since a lock that is collected as garbage is closed. */
const held = new Set<DatabaseSync>()

/**
 * Holds a directory for this process alone, until the returned function is called or the process dies (kill -9 included).
 *
 * What holds it is SQLite's exclusive lock on a file in it: a lock of the kernel (fcntl) on the inode, which Node offers
 * nowhere else. So it is the same by whatever path, and in whatever network, process or mount namespace, the directory is
 * reached on one machine, and over NFS with its lock service too. The kernel frees it at the end of the process: no number
 * of a process is written down that another could have by now, and nothing is left after a power cut.
 *
 * Nothing else in this process may open that file: the first to close it would free the lock.
 *
 * @param directory An existing directory.
 * @throws {DirectoryInUse} When another process, or another part of this one, holds it.
 * @throws {Error} When the lock's file can't be made or written there.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const file = join(directory, lockName)
  makeFile(file)
  // SQLite takes a file that it may only read for locked, and locks nothing.
  accessSync(file, constants.R_OK | constants.W_OK)
  const lock = new DatabaseSync(file, { timeout: patienceMs })
  try {
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) throw new DirectoryInUse(directory)
    throw new Error(`${file} can't be locked: ${(error as Error).message}`, { cause: error })
  }
  held.add(lock)
  return async () => {
    if (held.delete(lock)) lock.close()
  }
}

/** Only where there is none: whoever closes a file that is there would free a lock that this process has on it. */
function makeFile(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

const isBusy = (error: unknown): boolean => (((error as { errcode?: number }).errcode ?? 0) & 0xff) === sqliteBusy
