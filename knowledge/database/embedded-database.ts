import { existsSync, mkdirSync, chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { lockDirectory } from './directory-lock.ts'
import { createDataDirectory } from './embedded-postgres.ts'
import type { WorkerData, WorkerReport } from './embedded-worker.ts'

/** The kernel's limit for the path of a unix socket, in bytes. */
const socketPathLimit = 107
const socketName = '.s.PGSQL.5432'
const closingLimitMs = 10_000

/** A running embedded PostgreSQL: `host` is the directory of its socket, as pg takes it. */
export type EmbeddedDatabase = {
  host: string
  /** Why it can't answer any more; undefined while it can. */
  failure(): Error | undefined
  /** Settles when it has stopped, closed or broken. */
  ended: Promise<void>
  close(): Promise<void>
}

/**
 * Starts PostgreSQL within this process, in a thread of its own, on the database in a directory; the first
 * time it makes the database. Its files are readable by their owner alone.
 *
 * @throws {Error} When the directory can't be used, another process has it, or the database in it can't be read.
 */
export async function startEmbeddedDatabase(dataDir: string): Promise<EmbeddedDatabase> {
  makePrivateDirectory(dataDir)
  const unlock = await lockDirectory(dataDir)
  const directory = join(dataDir, 'database')
  try {
    if (!existsSync(directory)) await createFirstDatabase(dataDir, directory)
    return await startWorker(directory, unlock)
  } catch (error) {
    await unlock()
    throw error
  }
}

function makePrivateDirectory(directory: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  chmodSync(directory, 0o700)
}

/** Under the lock, so that any draft found is what a killed first start has left. */
async function createFirstDatabase(dataDir: string, directory: string): Promise<void> {
  const drafts = readdirSync(dataDir).filter((name) => name.startsWith('database-draft-'))
  for (const draft of drafts) rmSync(join(dataDir, draft), { recursive: true, force: true })
  await createDataDirectory(directory)
}

async function startWorker(directory: string, unlock: () => Promise<void>): Promise<EmbeddedDatabase> {
  const host = makeSocketDirectory()
  const removeSocket = () => rmSync(host, { recursive: true, force: true })
  process.once('exit', removeSocket)
  const data: WorkerData = { directory, socket: join(host, socketName) }
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: data })
  const { ready, ended, reason } = watch(worker)

  function release(): void {
    removeSocket()
    process.off('exit', removeSocket)
  }
  async function close(): Promise<void> {
    worker.postMessage('close')
    const late = setTimeout(() => void worker.terminate(), closingLimitMs)
    await ended
    clearTimeout(late)
    release()
    await unlock()
  }

  if (!(await ready)) {
    release()
    throw new Error(`the database in ${directory} can't be opened: ${reason()}`)
  }
  const failure = () =>
    reason() === undefined ? undefined : new Error(`The embedded database has stopped: ${reason()}`)
  return { host, ended, failure, close }
}

/** What becomes of the worker: whether it gets ready, when it ends and the first reason heard for that. */
function watch(worker: Worker) {
  let reason: string | undefined
  const ended = new Promise<void>((resolve) => {
    worker.on('error', (error) => (reason ??= error instanceof Error ? error.message : String(error)))
    worker.once('exit', (code) => {
      reason ??= `its thread ended with code ${code}`
      resolve()
    })
  })
  const ready = new Promise<boolean>((resolve) => {
    worker.on('message', (report: WorkerReport) => {
      if (report.state === 'ready') resolve(true)
      else {
        reason ??= report.reason
        void worker.terminate()
      }
    })
    void ended.then(() => resolve(false))
  })
  return { ready, ended, reason: () => reason }
}

function makeSocketDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'zhixun-'))
  if (Buffer.byteLength(join(directory, socketName)) <= socketPathLimit) return directory
  rmSync(directory, { recursive: true })
  throw new Error(`TMPDIR is too long for a socket in it: ${tmpdir()}`)
}
