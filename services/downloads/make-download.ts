import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import { titleIn } from '../eligibility/programme-texts.ts'
import { writeRecord } from './assessment-record.ts'
import type { Assessed, Download, DownloadName } from './download.ts'
import { fileNameOf } from './file-name.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

// What writes them is loaded with the first that is asked for.
const writeSelfCheckSheet = async (assessed: Assessed) =>
  (await import('./self-check-sheet.ts')).writeSelfCheckSheet(assessed)
const writePreparationList = async (assessed: Assessed) =>
  (await import('./preparation-list.ts')).writePreparationList(assessed)
const writeCalendar = async (assessed: Assessed) => (await import('./deadline-calendar.ts')).writeCalendar(assessed)

const makers: Record<DownloadName, { type: string; write(assessed: Assessed): Promise<Buffer> | Buffer }> = {
  'self-check.docx': { type: wordType, write: writeSelfCheckSheet },
  'preparation.docx': { type: wordType, write: writePreparationList },
  'deadline.ics': { type: 'text/calendar; charset=utf-8', write: writeCalendar },
  'assessment.json': { type: 'application/json; charset=utf-8', write: writeRecord },
}

/** Makes one of the files that can be taken home of an assessment. */
export async function makeDownload(name: DownloadName, assessed: Assessed): Promise<Download> {
  const { type, write } = makers[name]
  const ending = name.slice(name.lastIndexOf('.'))
  const { language, asOf } = assessed.assessment
  const title = titleIn(language, assessed.programme)
  const fileName = `${fileNameOf([title, documentTextsIn(language).names[name], asOf])}${ending}`
  return { fileName, type, body: await write(assessed) }
}
