import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockDirectory } from './directory-lock.ts'
import { createDataDirectory } from './embedded-postgres.ts'
import { type EmbeddedThread, startEmbeddedThread } from './embedded-thread.ts'

/** The kernel's limit for the path of a unix socket, in bytes. */
const socketPathLimit = 107
const socketName = '.s.PGSQL.5432'
/** The directory within the data directory that PostgreSQL's files are in. */
export const databaseName = 'database'
/** How long the thread has to say that it is free, once a statement was given up. */
const freeWithinMs = 2_000

/** A running embedded PostgreSQL: `host` is the directory of its socket, as pg takes it. */
export type EmbeddedDatabase = {
  host: string
  /** Why it can't answer any more; undefined while it can. */
  failure(): Error | undefined
  /** Settles when it has stopped, closed or broken. */
  ended: Promise<void>
  /**
   * Ends a statement that was given up: PGlite can't be told to, so that its thread is replaced where it is still busy.
   * Whoever asks meanwhile waits for the new one.
   */
  interrupt(): void
  /**
   * Copies the database as it is at one moment into another data directory, which `openDatabase` then opens.
   *
   * @throws {Error} When it can't, in the end without a copy.
   */
  copyTo(dataDir: string): Promise<void>
  close(): Promise<void>
}

/**
 * Starts PostgreSQL within this process, in a thread of its own, on the database in a directory; the first
 * time it makes the database. Its files are readable by their owner alone.
 *
 * @param onOpenDirectory Hears the mode of a directory of somebody else's that more than its owner may write in.
 * @throws {Error} When the directory can't be used, another process has it, or the database in it can't be read.
 */
export async function startEmbeddedDatabase(
  dataDir: string,
  onOpenDirectory: (mode: string) => void = () => undefined,
): Promise<EmbeddedDatabase> {
  makePrivateDirectory(dataDir, onOpenDirectory)
  const unlock = await lockDirectory(dataDir)
  const directory = join(dataDir, databaseName)
  try {
    if (!existsSync(directory)) await createFirstDatabase(dataDir, directory)
    return await superviseThread(directory, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

/** A volume may belong to another user, who alone may change its mode; what is made in it is private all the same. */
function makePrivateDirectory(directory: string, onOpenDirectory: (mode: string) => void): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    chmodSync(directory, 0o700)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    const mode = statSync(directory).mode & 0o777
    if ((mode & 0o022) !== 0) onOpenDirectory(mode.toString(8))
  }
}

/** Under the lock, so that any draft found is what a killed first start has left. */
async function createFirstDatabase(dataDir: string, directory: string): Promise<void> {
  const drafts = readdirSync(dataDir).filter((name) => name.startsWith('database-draft-'))
  for (const draft of drafts) rmSync(join(dataDir, draft), { recursive: true, force: true })
  await createDataDirectory(directory)
}

async function superviseThread(directory: string, unlock: () => Promise<void>): Promise<EmbeddedDatabase> {
  const host = makeSocketDirectory()
  const removeSocket = () => rmSync(host, { recursive: true, force: true })
  process.once('exit', removeSocket)
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  let reason: string | undefined
  let thread: EmbeddedThread | undefined
  let replacing: Promise<void> | undefined
  let isClosing = false

  function release(): void {
    removeSocket()
    process.off('exit', removeSocket)
  }
  async function start(): Promise<void> {
    const socket = join(host, socketName)
    rmSync(socket, { force: true })
    const started = await startEmbeddedThread({ directory, socket })
    thread = started
    void started.ended.then((why) => started === thread && fail(why))
  }
  function fail(why: string): void {
    reason ??= why
    end()
  }
  async function replace(): Promise<void> {
    const busy = thread
    if (isClosing || !busy || (await busy.isFree(freeWithinMs)) || busy !== thread) return
    thread = undefined
    await busy.stop()
    await start().catch((error: Error) => fail(error.message))
  }
  function interrupt(): void {
    replacing ??= replace().finally(() => (replacing = undefined))
  }
  async function copyTo(dataDir: string): Promise<void> {
    await replacing
    if (!thread) throw failure() ?? new Error('The embedded database is closed')
    const copy = join(dataDir, databaseName)
    await thread.copyTo(copy).catch((error: unknown) => {
      rmSync(copy, { recursive: true, force: true })
      throw error
    })
  }
  async function close(): Promise<void> {
    isClosing = true
    await replacing
    await thread?.close()
    release()
    await unlock()
  }

  await start().catch((error: Error) => {
    release()
    throw new Error(`the database in ${directory} can't be opened: ${error.message}`, { cause: error })
  })
  function failure(): Error | undefined {
    const why = reason ?? thread?.failure()
    return why === undefined ? undefined : new Error(`The embedded database has stopped: ${why}`)
  }
  return { host, ended, failure, interrupt, copyTo, close }
}

function makeSocketDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-'))
  if (Buffer.byteLength(join(directory, socketName)) <= socketPathLimit) return directory
  rmSync(directory, { recursive: true })
  throw new Error(`TMPDIR is too long for a socket in it: ${tmpdir()}`)
}
