import type { Notice } from '../../knowledge/parsing/notice.ts'
import { longText, runThread, ThreadError } from '../../knowledge/parsing/parse-thread.ts'
import { draftProgrammes, type ProgrammeDraft } from './draft-programmes.ts'
import type { Facts } from './fact-book.ts'

const worker = new URL('./draft-worker.ts', import.meta.url)
/** What the thread may take: what needs more is no call for applications. */
const limits = { ms: 30_000, megabytes: 1_024 }

/** The same as `draftProgrammes`, with a long notice in a thread of its own; none where that takes too long. */
export async function draftOffThread(notice: Notice, known: Facts = {}): Promise<ProgrammeDraft[]> {
  if (notice.source.length <= longText) return draftProgrammes(notice, known)
  try {
    const data = { notice, known }
    return (await runThread<ProgrammeDraft[]>(worker, data, ({ message }) => new Error(message), limits)).result
  } catch (error) {
    if (error instanceof ThreadError && error.reason !== 'failed') return []
    throw error
  }
}
