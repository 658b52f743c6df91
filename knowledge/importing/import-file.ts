import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { squeeze } from '../language/clean-text.ts'
import { decodeText } from './decode-text.ts'
import { readDrawnTables } from './drawn-tables.ts'
import { ImportError } from './import-error.ts'
import type { Extract } from './read-html.ts'
import { readMarkdown } from './read-markdown.ts'
import { partHead } from './part-head.ts'
import { readPipedTables } from './piped-tables.ts'
import { tidyText } from './tidy-text.ts'

const megabyte = 1024 * 1024
export const largest = { bytes: 20 * megabyte, characters: 2_000_000 }
const tooLarge = (bytes: number): string =>
  `文件太大（${(bytes / megabyte).toFixed(1)} MB），最多 ${largest.bytes / megabyte} MB`
/** A file with less Chinese than this is no notice. */
const fewestCharacters = 20

// What reads a web page, a Word document or a PDF is loaded when the first comes: most processes never see one.
const readHtml = async (bytes: Uint8Array) => (await import('./read-html.ts')).readHtml(bytes)
const readDocx = async (bytes: Uint8Array) => ({ text: await (await import('./read-docx.ts')).readDocx(bytes) })
const readPdf = async (bytes: Uint8Array) => ({ text: await (await import('./read-pdf.ts')).readPdf(bytes) })

const readers: Record<string, (bytes: Uint8Array) => Extract | Promise<Extract>> = {
  '.txt': (bytes) => ({ text: readPipedTables(readDrawnTables(decodeText(bytes))) }),
  '.md': (bytes) => ({ text: readPipedTables(readMarkdown(decodeText(bytes))) }),
  '.html': readHtml,
  '.htm': readHtml,
  '.docx': readDocx,
  '.pdf': readPdf,
}

/** Types people have at hand that can't be read, with what to do. */
const otherwise: Record<string, string> = {
  '.doc': '请用 Word 另存为 .docx 再试',
  '.wps': '请用 WPS 另存为 .docx 再试',
  '.ofd': '请另存为 PDF 再试',
  '.json': '这是说明文件，请给出通知正文的文件',
  ...Object.fromEntries(
    ['.png', '.jpg', '.jpeg', '.gif', '.bmp', '.tif', '.tiff', '.webp', '.heic'].map((type) => [
      type,
      '是图片，读不出文字，请用带文字的 PDF 或 Word 文件',
    ]),
  ),
}

/**
 * Reads the text of a notice from a file: `.txt` `.md` (UTF-8, UTF-16, GB18030), `.html` `.htm`, `.docx`, `.pdf`.
 *
 * @returns The text as it becomes the notice's source, and what a web page says of it besides.
 * @throws {ImportError} When the file can't be read or holds no notice; says why, without the file's name.
 */
export async function importFile(file: string): Promise<Extract> {
  return importBytes(file, readBytes(file))
}

/**
 * Reads the text of a notice from the bytes of a file, as `importFile` does.
 *
 * @param name The file's name, which tells its type.
 */
export async function importBytes(name: string, bytes: Uint8Array): Promise<Extract> {
  const type = extname(name).toLowerCase()
  const read = readers[type]
  if (bytes.length === 0) throw new ImportError('文件是空的')
  if (bytes.length > largest.bytes) throw new ImportError(tooLarge(bytes.length))
  if (!read) throw new ImportError(`不认识的文件类型 ${type}：${otherwise[type] ?? `能读的有 ${supportedTypes}`}`)
  const { text, hints } = await read(bytes)
  const source = partHead(tidyText(text))
  if (source.length > largest.characters) throw new ImportError('文字太多，不像一份通知')
  if ((squeeze(source).match(/\p{Script=Han}/gu) ?? []).length < fewestCharacters) {
    throw new ImportError('没有读到中文正文')
  }
  return { text: source, ...(hints && { hints }) }
}

export const supportedTypes = Object.keys(readers).join(' ')

const failures: Record<string, string> = {
  ENOENT: '没有这个文件',
  EISDIR: '是文件夹，不是文件',
  EACCES: '没有读取权限',
}

function readBytes(file: string): Buffer {
  try {
    const { size } = statSync(file)
    if (size > largest.bytes) throw new ImportError(tooLarge(size))
    return readFileSync(file)
  } catch (error) {
    if (error instanceof ImportError) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    throw new ImportError(failures[code] ?? `读不了：${message}`)
  }
}
