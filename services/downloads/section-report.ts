import type { Notice } from '../../knowledge/parsing/notice.ts'
import { unitTexts as words } from '../../prompts/unit-texts.ts'
import type { Download } from './download.ts'
import { fileNameOf } from './file-name.ts'
import { heading, paragraph, table, title, writeDocument } from './word-document.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Empty lines under each section, to write in. */
const roomBelow = 2

/** A paper that a notice prescribes by sections, for one unit. All but `unit` and `project` is the notice's, verbatim. */
export type SectionReport = {
  /** 工作总结 */
  name: string
  title: string
  unit: string
  /** '' where its list names none. */
  project: string
  notice: Notice
  sections: readonly { heading: string; guidance: readonly string[] }[]
  closing: readonly string[]
}

/** The paper as a Word document: who fills it in, the sections in the notice's order with what each is to say. */
export async function writeSectionReport(report: SectionReport): Promise<Download> {
  const { name, unit, project, notice, sections, closing } = report
  const source = `《${notice.title}》${notice.documentNumber === undefined ? '' : `（${notice.documentNumber}）`}`
  const head = [
    [words.unitName, unit],
    ...(project === '' ? [] : [[words.project, project]]),
    [words.filledBy, ''],
    [words.date, ''],
    [words.notice, source],
  ]
  const body = await writeDocument(report.title, words.reportNote(name), [
    title(report.title),
    table([2, 8], [], head),
    ...sections.flatMap((section) => [
      heading(section.heading),
      ...section.guidance.map((line) => paragraph(words.guidance(line))),
      ...Array.from({ length: roomBelow }, () => paragraph('')),
    ]),
    ...closing.map((line) => paragraph(line)),
  ])
  const fileName = fileNameOf([unit, name, project])
  return { fileName: `${fileName}.docx`, type: wordType, body }
}
