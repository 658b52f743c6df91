import { parentPort, workerData } from 'node:worker_threads'
import { importBytes } from './import-file.ts'

const { fileName, bytes } = workerData as { fileName: string; bytes: Uint8Array }

try {
  parentPort?.postMessage({ result: await importBytes(fileName, bytes) })
} catch (error) {
  const { name, message } = error as Error
  parentPort?.postMessage({ failure: { name, message } })
}
