import type { NoticeMetadata } from '../parsing/notice.ts'
import { longText, runThread, ThreadError, threadLimits } from '../parsing/parse-thread.ts'
import type { Statement } from '../statements/statement.ts'
import { ImportError } from './import-error.ts'
import { type MissingField, MissingFieldsError } from './missing-fields.ts'
import { type ImportedNotice, type KnownNotice, type PreparedNotice, readPrepared } from './prepare-notice.ts'
import type { PrepareData } from './prepare-worker.ts'

/** A notice that was read, with its statements where these were read along with it. */
export type Prepared = PreparedNotice & { statements?: Statement[] }

const reasons: Record<ThreadError['reason'], string> = {
  'too-long': '读这份文件花的时间太长，请拆成几份再试',
  'too-large': '文件太大，内存不够，请拆成几份再试',
  failed: '读这份文件时出错',
}

/**
 * Reads what was imported as `readPrepared` does; a long text in a thread of its own, within a time limit, so that nobody
 * else waits for it.
 *
 * @throws {ImportError} Also when it takes too long.
 */
export async function prepareOffThread(
  imported: ImportedNotice,
  bundled: readonly NoticeMetadata[],
  known: KnownNotice[],
  limits = threadLimits,
): Promise<Prepared> {
  if (imported.source.length <= longText) return readPrepared(imported, bundled, known)
  const data: PrepareData = { imported, bundled: bundled.map(withoutText), known }
  try {
    const { result, parts } = await runThread<PreparedNotice, Statement>(worker, data, errorOf, limits)
    return { ...result, statements: parts }
  } catch (error) {
    throw error instanceof ThreadError ? new ImportError(reasons[error.reason]) : error
  }
}

const worker = new URL('./prepare-worker.ts', import.meta.url)

/** A notice's metadata alone: its text and clauses need not go to the thread. */
function withoutText<Known extends NoticeMetadata>(notice: Known): NoticeMetadata {
  const { source: _source, clauses: _clauses, ...metadata } = notice as Known & { source?: string; clauses?: unknown }
  return metadata
}

function errorOf({ name, message, missing }: { name: string; message: string; missing?: unknown }): Error {
  if (name === 'MissingFieldsError') return new MissingFieldsError(missing as MissingField[])
  return name === 'ImportError' ? new ImportError(message) : new Error(message)
}
