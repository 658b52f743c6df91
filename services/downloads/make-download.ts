import { documentTexts as words } from '../../prompts/document-texts.ts'
import { titleOf } from '../eligibility/title-of.ts'
import { writeRecord } from './assessment-record.ts'
import { writeCalendar } from './deadline-calendar.ts'
import type { Assessed, Download, DownloadName } from './download.ts'
import { writePreparationList } from './preparation-list.ts'
import { writeSelfCheckSheet } from './self-check-sheet.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

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
  const fileName = `${titleOf(assessed.programme)}_${words.names[name]}_${assessed.assessment.asOf}${ending}`
  return { fileName, type, body: await write(assessed) }
}
