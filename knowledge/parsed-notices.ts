import type { Notice, NoticeMetadata } from './parsing/notice.ts'
import { parseNotice } from './parsing/parse-notice.ts'
import { longText, runThread } from './parsing/parse-thread.ts'

/** Notices that were parsed, by the hash of all that makes them what they are. */
const kept = new Map<string, Notice>()
/** Parsed notices that are kept at most; with the next one all are let go. */
const most = 1_000

const worker = new URL('./importing/prepare-worker.ts', import.meta.url)

/**
 * A notice as it is stored, parsed: once for each version of it, and a long one in a thread of its own.
 *
 * @param hash Of its stored content.
 */
export async function parsedNotice(hash: string, metadata: NoticeMetadata, source: string): Promise<Notice> {
  const known = kept.get(hash)
  if (known) return known
  const notice =
    source.length <= longText
      ? parseNotice(metadata, source)
      : (await runThread<Notice>(worker, { metadata, source }, ({ message }) => new Error(message))).result
  if (kept.size >= most) kept.clear()
  kept.set(hash, notice)
  return notice
}
