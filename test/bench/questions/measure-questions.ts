import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openAssistant } from '../../../bot/assistant.ts'
import type { Figure } from '../figure.ts'
import { inTemporaryDirectory } from '../temporary-database.ts'
import { addFiles, type FileReport, noticeNamed } from './add-files.ts'
import { type Changes, compareRuns, readFailedIds, writeFailures } from './failures.ts'
import { type Judged, judgeConversation } from './judged.ts'
import type { QuestionsOptions } from './options.ts'
import { type Asked, readQuestionSet } from './question-set.ts'
import { ratesOf } from './rates.ts'
import { noRenaming, readRenaming, renamedImport, renamedQuestion, renamedShipped } from './renaming.ts'

const note = (line: string) => process.stderr.write(`${line}\n`)

/**
 * Asks the questions and dialogues of a folder of an assistant on an embedded database of its own, to which the files
 * of that folder and of others have been added, and judges the replies. Files and changes are told on stderr.
 *
 * @throws {Error} Saying which file or line can't be used.
 */
export async function measureQuestions(options: QuestionsOptions): Promise<Figure[]> {
  const { folder, load, asOf, failures } = options
  const renaming = options.rename === undefined ? noRenaming : readRenaming(options.rename)
  const set = readQuestionSet(folder)
  const failedBefore = options.before === undefined ? undefined : readFailedIds(options.before)
  const bare = load.find((other) => !existsSync(join(other, 'files')))
  if (bare !== undefined) throw new Error(`--load ${bare}: there is no folder files in it`)
  return inTemporaryDirectory(async (dataDir) => {
    const shipped = renamedShipped(renaming)
    const today = renaming.data(asOf)
    const assistant = await openAssistant({ dataDir, databaseUrl: undefined, today: () => today, shipped })
    try {
      const files = await addAll(dataDir, [...load, folder], (imported) => renamedImport(renaming, imported))
      const isKnown = (notice: string) => assistant.services.notices.find(notice) !== undefined
      const find = noticeNamed(files, (name) => renaming.data(name), isKnown)
      const judge = async (conversations: Asked[][]): Promise<Judged[][]> => {
        const judged: Judged[][] = []
        for (const turns of conversations) {
          const renamed = turns.map((asked) => renamedQuestion(renaming, asked))
          judged.push(await judgeConversation(assistant, find, renamed))
        }
        return judged
      }
      const questions = (await judge(set.questions.map((question) => [question]))).flat()
      const dialogues = await judge(set.dialogues)
      const judged = [...questions, ...dialogues.flat()]
      if (failures !== undefined) writeFailures(failures, judged)
      const changes = failedBefore ? changeFigures(compareRuns(failedBefore, judged)) : []
      return [...fileFigures(files), ...ratesOf(questions, dialogues), ...changes]
    } finally {
      await assistant.close()
    }
  })
}

async function addAll(
  dataDir: string,
  folders: string[],
  change: Parameters<typeof addFiles>[2],
): Promise<FileReport[]> {
  const reports: FileReport[] = []
  for (const folder of folders) reports.push(...(await addFiles(dataDir, folder, change)))
  for (const report of reports) {
    const { file } = report
    note(
      'refused' in report
        ? `refused ${file}: ${report.refused}`
        : `added ${file} as ${report.notice}, ${report.clauses} clauses`,
    )
  }
  return reports
}

function fileFigures(files: FileReport[]): Figure[] {
  if (files.length === 0) return []
  const refused = files.filter((file) => 'refused' in file).length
  return [
    { name: 'files added', value: files.length - refused, unit: '' },
    { name: 'files refused', value: refused, unit: '' },
  ]
}

function changeFigures({ newlyFailing, newlyPassing }: Changes): Figure[] {
  note(`newly failing: ${newlyFailing.join(' ') || 'none'}`)
  note(`newly passing: ${newlyPassing.join(' ') || 'none'}`)
  return [
    { name: 'newly failing', value: newlyFailing.length, unit: '' },
    { name: 'newly passing', value: newlyPassing.length, unit: '' },
  ]
}
