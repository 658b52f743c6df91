import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepareNotice } from '../../../knowledge/importing/prepare-notice.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'

const folder = join(import.meta.dirname, '../../fixtures/notices')
export const textOf = (name: string): string => readFileSync(join(folder, `${name}.txt`), 'utf8')

/** A notice made of a text, as one that is added. */
export const noticeOf = (source: string): Notice =>
  prepareNotice({ fileName: 'notice.txt', source, given: {}, hints: {} }, [], [])

export const binhai = (): Notice => noticeOf(textOf('binhai-2026'))
export const jiangcheng = (): Notice => noticeOf(textOf('jiangcheng-2026'))
export const haizhou = (): Notice => noticeOf(textOf('haizhou-2026'))
