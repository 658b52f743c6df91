import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepareNotice, readNoticeFile } from '../../knowledge/importing/prepare-notice.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'

/** The notices of a folder, read as if people added them one by one; a file that is refused is left out and named. */
export async function readNoticesOf(folder: string): Promise<Notice[]> {
  const bundled = loadNotices()
  const found: Notice[] = []
  for (const file of readdirSync(folder).toSorted()) {
    if (file.endsWith('.json')) continue
    try {
      found.push(prepareNotice(await readNoticeFile(join(folder, file)), bundled, [...bundled, ...found]))
    } catch (error) {
      process.stderr.write(`${file}: ${(error as Error).message}\n`)
    }
  }
  return found
}
