import { existsSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { findNoticeDesk } from '../../../bot/commands/notice-desk-socket.ts'
import { ImportError } from '../../../knowledge/importing/import-error.ts'
import { type ImportedNotice, readNoticeFile } from '../../../knowledge/importing/prepare-notice.ts'

/** A file as it was added, with the notice's id, or why it was not. */
export type FileReport = { file: string; notice: string; clauses: number } | { file: string; refused: string }

/**
 * Adds the notices of `FOLDER/files`, where there are any, to the running assistant of a data directory: as
 * `npm run notices -- add` does.
 *
 * @param change What is done to a notice between being read and being added.
 */
export async function addFiles(
  dataDir: string,
  folder: string,
  change: (imported: ImportedNotice) => ImportedNotice,
): Promise<FileReport[]> {
  const from = join(folder, 'files')
  if (!existsSync(from)) return []
  const desk = await findNoticeDesk(dataDir)
  if (!desk) throw new Error('the assistant takes no notices')
  const reports: FileReport[] = []
  for (const file of noticeFiles(from)) {
    try {
      const { metadata, clauses } = await desk.add(change(await readNoticeFile(join(from, file))))
      reports.push({ file, notice: metadata.id, clauses })
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      reports.push({ file, refused: error.message })
    }
  }
  return reports
}

/** All but metadata files, which belong to the notice beside them. */
const noticeFiles = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => !file.startsWith('.') && extname(file) !== '.json')
    .toSorted()

/** The id of the notice that an expectation names, or why there is none. */
export type FindNotice = (name: string) => { id: string } | { missing: string }

/**
 * Finds notices by the name of the file they were added from, with or without its type, or else by their id.
 *
 * @param idOf The id that a notice goes by here.
 */
export function noticeNamed(
  files: FileReport[],
  idOf: (name: string) => string,
  isKnown: (id: string) => boolean,
): FindNotice {
  return (name) => {
    const report = files.find(({ file }) => name === file || name === file.slice(0, -extname(file).length))
    if (report && 'refused' in report) return { missing: `${name} was refused: ${report.refused}` }
    const id = report?.notice ?? idOf(name)
    return isKnown(id) ? { id } : { missing: `there is no notice ${name}` }
  }
}
