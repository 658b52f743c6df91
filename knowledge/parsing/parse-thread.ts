import { Worker } from 'node:worker_threads'

/** A text that is longer than this many characters is parsed in a thread of its own; a shorter one takes less than that costs. */
export const longText = 60_000
/** Milliseconds that a thread may take for a text, and the memory it may. */
export const threadLimits = { ms: 180_000, megabytes: 2_048 }

/** Why a thread gave no result. */
export class ThreadError extends Error {
  override name = 'ThreadError'
  readonly reason: 'too-long' | 'too-large' | 'failed'

  constructor(reason: ThreadError['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/** What a thread sends: parts of a list, and at the end the rest of its result or why there is none. */
export type ThreadMessage<Result, Part> =
  { part: Part[] } | { result: Result } | { failure: { name: string; message: string; missing?: unknown } }

/**
 * Runs a module in a thread of its own, so that the process goes on answering meanwhile.
 *
 * @param data What the module finds as `workerData`.
 * @param fail Makes the error of what the module reports as its failure.
 * @returns The result, and the parts that were sent before it in one list.
 * @throws {ThreadError} When it takes too long, too much memory, or ends without a result.
 */
export function runThread<Result, Part = never>(
  module: URL,
  data: unknown,
  fail: (failure: { name: string; message: string; missing?: unknown }) => Error,
  limits = threadLimits,
): Promise<{ result: Result; parts: Part[] }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ result: Result; parts: Part[] }>()
  const worker = new Worker(module, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
  const parts: Part[] = []
  const late = setTimeout(() => reject(new ThreadError('too-long', `no result within ${limits.ms} ms`)), limits.ms)
  worker.on('message', (message: ThreadMessage<Result, Part>) => {
    if ('part' in message) parts.push(...message.part)
    else if ('result' in message) resolve({ result: message.result, parts })
    else reject(fail(message.failure))
  })
  worker.once('error', (error) => {
    const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    reject(new ThreadError(isMemory ? 'too-large' : 'failed', error instanceof Error ? error.message : String(error)))
  })
  worker.once('exit', (code) => reject(new ThreadError('failed', `the thread ended with code ${code}`)))
  return promise.finally(() => {
    clearTimeout(late)
    void worker.terminate()
  })
}
