import { runThread, ThreadError, type threadLimits } from '../parsing/parse-thread.ts'
import { ImportError } from './import-error.ts'
import type { ImportedNotice } from './prepare-notice.ts'
import type { Extract } from './read-html.ts'

/** Milliseconds that reading a file may take, and the memory it may: what somebody sends is not to be trusted. */
const uploadLimits = { ms: 60_000, megabytes: 1_024 }

const reasons: Record<ThreadError['reason'], string> = {
  'too-long': '读这个文件花的时间太长，请拆成几份，或者另存为 .docx、.txt 再试',
  'too-large': '文件展开以后太大，内存不够，请拆成几份再试',
  failed: '读这个文件时出错，请另存为 .docx、.pdf 或 .txt 再试',
}

const worker = new URL('./import-worker.ts', import.meta.url)

/**
 * Reads a file that somebody has sent, in a thread of its own, so that nobody else waits for it.
 *
 * @param fileName As it was called where it came from; tells its type.
 * @throws {ImportError} Saying what is wrong with it.
 */
export async function readUpload(
  fileName: string,
  bytes: Uint8Array,
  limits: typeof threadLimits = uploadLimits,
): Promise<ImportedNotice> {
  try {
    const { result } = await runThread<Extract>(worker, { fileName, bytes }, errorOf, limits)
    return { fileName, source: result.text, given: {}, hints: result.hints ?? {} }
  } catch (error) {
    throw error instanceof ThreadError ? new ImportError(reasons[error.reason]) : error
  }
}

const errorOf = ({ name, message }: { name: string; message: string }): Error =>
  name === 'ImportError' ? new ImportError(message) : new ThreadError('failed', message)
