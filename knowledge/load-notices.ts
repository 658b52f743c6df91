import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { type Notice, noticeMetadataSchema } from './parsing/notice.ts'
import { parseNotice } from './parsing/parse-notice.ts'

/** The folder of the notices that come with the assistant. */
export const noticesFolder = join(import.meta.dirname, 'notices')

/** A mistake in a file of a notice: names the file and what is wrong with it. */
export class NoticeError extends Error {}

/**
 * Reads and parses every notice of a folder: each `ID.json` with the text `ID.txt` beside it.
 *
 * @returns Newest first: by year, then by day of issue.
 * @throws {NoticeError} When a metadata file is malformed or its text is missing; names the file.
 */
export function loadNotices(folder: string = noticesFolder): Notice[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => loadNotice(folder, name))
    .sort(newestFirst)
}

export const newestFirst = (a: Notice, b: Notice): number =>
  b.year - a.year || (b.issued ?? '').localeCompare(a.issued ?? '') || a.id.localeCompare(b.id)

function loadNotice(folder: string, name: string): Notice {
  const metadata = noticeMetadataSchema.safeParse(readJson(join(folder, name)))
  if (!metadata.success) throw new NoticeError(`${name}: ${z.prettifyError(metadata.error)}`)
  if (`${metadata.data.id}.json` !== name) throw new NoticeError(`${name}: id must be the file's name`)
  return parseNotice(metadata.data, readText(join(folder, `${metadata.data.id}.txt`)))
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new NoticeError(`${file}: ${(error as Error).message}`)
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new NoticeError(`${file}: the notice's text is missing`)
  }
}
