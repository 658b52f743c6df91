import { cpSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { openEmbeddedPostgres } from './embedded-postgres.ts'
import { serveEmbedded } from './embedded-server.ts'

/** The worker thread that runs the embedded PostgreSQL and serves it at a unix socket. */
export type WorkerData = { directory: string; socket: string }
export type WorkerReport = { state: 'ready' } | { state: 'free' } | { state: 'broken'; reason: string } | CopyReport
export type CopyReport = { state: 'copied'; to: string; reason?: string }
/** `answer` is answered with `free`, which a thread that is busy with a statement can't do; a copy with `copied`. */
export type WorkerRequest = 'answer' | 'close' | { copyTo: string }

const { directory, socket } = workerData as WorkerData
const report = (message: WorkerReport) => parentPort?.postMessage(message)

const postgres = await openEmbeddedPostgres(directory, (reason) => report({ state: 'broken', reason }))
const execute = postgres.execProtocolRawStream.bind(postgres)
// An SQL error is an answer; what is thrown here is the end of the engine.
postgres.execProtocolRawStream = async (...request) => {
  try {
    await execute(...request)
  } catch (error) {
    report({ state: 'broken', reason: String(error) })
    throw error
  }
}
const stopServing = await serveEmbedded(postgres, socket)

async function close(): Promise<void> {
  await stopServing()
  await postgres.close()
  process.exit(0)
}

/** Between two statements the files are what a killed process leaves: all that was committed is in them. */
async function copy(to: string): Promise<CopyReport> {
  try {
    await postgres.runExclusive(async () => cpSync(directory, to, { recursive: true }))
    return { state: 'copied', to }
  } catch (error) {
    return { state: 'copied', to, reason: String(error) }
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  if (request === 'close') void close()
  else if (request === 'answer') report({ state: 'free' })
  else void copy(request.copyTo).then(report)
})
report({ state: 'ready' })
