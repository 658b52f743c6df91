import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Sheet } from './workbook-worker.ts'

/** A workbook of one sheet, written in a thread of its own. */
export async function writeSheet(sheet: Sheet): Promise<Buffer> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), { workerData: sheet })
  const [workbook] = (await once(worker, 'message')) as [Uint8Array]
  return Buffer.from(workbook)
}
