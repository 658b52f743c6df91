import { existsSync, readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import { z } from 'zod'
import { storableJson } from '../language/characters.ts'
import { type NoticeMetadata, noticeMetadataFields, withoutFormerFields } from '../parsing/notice.ts'
import { ImportError } from './import-error.ts'

const partialSchema = z.preprocess(withoutFormerFields, noticeMetadataFields.partial())

/**
 * Reads the metadata file beside a notice's text, `NAME.json` or `NAME.txt.json` for `NAME.txt`. It holds as many of
 * the fields of `noticeMetadataSchema` as its writer cares to set.
 *
 * @returns The fields it sets; none where there is no such file.
 * @throws {ImportError} When it is malformed; names it and what is wrong.
 */
export function readMetadataFile(noticeFile: string): Partial<NoticeMetadata> {
  const besides = [`${noticeFile}.json`, `${noticeFile.slice(0, -extname(noticeFile).length)}.json`]
  const file = besides.find((candidate) => existsSync(candidate))
  if (!file) return {}
  const content = storableJson(readJson(file))
  const { data, error } = partialSchema.safeParse(content, { error: z.locales.zhCN().localeError })
  if (error) throw new ImportError(`说明文件 ${basename(file)} 有误：${z.prettifyError(error).replace(/\n\s*/gu, ' ')}`)
  const set = Object.keys(content as object)
  return Object.fromEntries(Object.entries(data).filter(([key]) => set.includes(key)))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/u, ''))
  } catch (error) {
    throw new ImportError(`说明文件 ${basename(file)} 不是有效的 JSON：${(error as Error).message}`)
  }
}
