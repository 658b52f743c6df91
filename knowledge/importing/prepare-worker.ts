import { parentPort, workerData } from 'node:worker_threads'
import type { NoticeMetadata } from '../parsing/notice.ts'
import type { ThreadMessage } from '../parsing/parse-thread.ts'
import { parseNotice } from '../parsing/parse-notice.ts'
import { parseStatements } from '../statements/parse-statements.ts'
import type { Statement } from '../statements/statement.ts'
import { MissingFieldsError } from './missing-fields.ts'
import { type ImportedNotice, type KnownNotice, type PreparedNotice, readPrepared } from './prepare-notice.ts'

/** What the thread is asked: to read what was imported, or to parse a notice that is known. */
export type PrepareData =
  | { imported: ImportedNotice; bundled: NoticeMetadata[]; known: KnownNotice[] }
  | { metadata: NoticeMetadata; source: string }

/** Statements sent at a time: a message is taken in as a whole. */
const partSize = 500

const send = (message: ThreadMessage<PreparedNotice, Statement>) => parentPort?.postMessage(message)

try {
  const data = workerData as PrepareData
  if ('metadata' in data) {
    const notice = parseNotice(data.metadata, data.source)
    parentPort?.postMessage({ result: notice })
  } else {
    const prepared = readPrepared(data.imported, data.bundled, data.known)
    const statements = parseStatements(prepared.notice)
    for (let from = 0; from < statements.length; from += partSize)
      send({ part: statements.slice(from, from + partSize) })
    send({ result: prepared })
  }
} catch (error) {
  const { name, message } = error as Error
  send({ failure: { name, message, ...(error instanceof MissingFieldsError && { missing: error.missing }) } })
}
