import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

const folder = join(import.meta.dirname, '../../fixtures/notices')
export const textOf = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8')

/** A notice made of a text, as one that is added. */
export const noticeOf = (source: string): Notice =>
  prepareNotice({ fileName: 'notice.txt', source, given: {}, hints: {} }, [], [])

export const binhai = (): Notice => noticeOf(textOf('binhai-2026'))
export const jiangcheng = (): Notice => noticeOf(textOf('jiangcheng-2026'))
export const haizhou = (): Notice => noticeOf(textOf('haizhou-2026'))

/** A notice made of a Markdown text, whose tables are read. */
export async function markdownNotice(source: string): Promise<Notice> {
  const place = mkdtempSync(join(tmpdir(), 'notice-'))
  try {
    writeFileSync(join(place, 'notice.md'), source)
    return prepareNotice(await readNoticeFile(join(place, 'notice.md')), [], [])
  } finally {
    rmSync(place, { recursive: true })
  }
}
