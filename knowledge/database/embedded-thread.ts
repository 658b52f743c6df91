import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import type { WorkerData, WorkerReport, WorkerRequest } from './embedded-worker.ts'

const closingLimitMs = 10_000

/**
 * What of PostgreSQL is compiled for speed must have run for long: to compile its largest functions so takes half a gigabyte, a
 * second of both cores, and memory that is not given back.
 */
const patientCompiler = '--wasm-tiering-budget=2000000000'

/** The thread in which the embedded PostgreSQL runs. */
export type EmbeddedThread = {
  /** Settles with the reason when it has ended, by whatever cause. */
  ended: Promise<string>
  /** Why it can't answer any more, also while it still ends; undefined while it can. */
  failure(): string | undefined
  /** Whether it says so within so many milliseconds that it is not busy with a statement. */
  isFree(withinMs: number): Promise<boolean>
  /** Copies the files between two statements; whoever asks meanwhile waits. @throws {Error} When they can't be copied. */
  copyTo(directory: string): Promise<void>
  /** Ends it in order or, when that takes too long, at once. */
  close(): Promise<void>
  /** Ends it at once, in the middle of whatever it does. What it has committed is in its files. */
  stop(): Promise<void>
}

/** Starts the thread and waits until it answers at its socket. @throws {Error} With PostgreSQL's own reason. */
export async function startEmbeddedThread(data: WorkerData): Promise<EmbeddedThread> {
  setFlagsFromString(patientCompiler)
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), { workerData: data })
  const send = (request: WorkerRequest) => worker.postMessage(request)
  let reason: string | undefined
  const ready = Promise.withResolvers<boolean>()
  const ended = new Promise<string>((resolve) => {
    worker.on('error', (error) => (reason ??= error instanceof Error ? error.message : String(error)))
    worker.once('exit', (code) => resolve((reason ??= `its thread ended with code ${code}`)))
  })
  worker.on('message', (report: WorkerReport) => {
    if (report.state === 'ready') ready.resolve(true)
    if (report.state !== 'broken') return
    reason ??= report.reason
    void worker.terminate()
  })
  void ended.then(() => ready.resolve(false))
  if (!(await ready.promise)) throw new Error(reason)

  async function isFree(withinMs: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const hear = (report: WorkerReport) => report.state === 'free' && resolve(true)
    const late = setTimeout(() => resolve(false), withinMs)
    worker.on('message', hear)
    send('answer')
    return promise.finally(() => {
      clearTimeout(late)
      worker.off('message', hear)
    })
  }
  async function copyTo(to: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    const hear = (told: WorkerReport) => told.state === 'copied' && told.to === to && resolve(told.reason)
    void ended.then(resolve)
    worker.on('message', hear)
    send({ copyTo: to })
    const why = await promise.finally(() => worker.off('message', hear))
    if (why !== undefined) throw new Error(`The database can't be copied: ${why}`)
  }
  async function close(): Promise<void> {
    send('close')
    const late = setTimeout(() => void worker.terminate(), closingLimitMs)
    await ended
    clearTimeout(late)
  }
  async function stop(): Promise<void> {
    await worker.terminate()
    await ended
  }
  return { ended, failure: () => reason, isFree, copyTo, close, stop }
}
