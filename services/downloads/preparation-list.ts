import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import type { Assessment } from '../eligibility/assessment.ts'
import { dayIn } from '../eligibility/programme-texts.ts'
import { documentHead, quoted } from './document-head.ts'
import type { Assessed } from './download.ts'
import { heading, table, writeDocument } from './word-document.ts'

const kinds = [
  'form',
  'evidence',
  'submission',
  'contact',
] as const satisfies Assessment['preparation'][number]['kind'][]

/** What to prepare as a Word document to tick off, each item with its clause, and by when while the window is open. */
export function writePreparationList(assessed: Assessed): Promise<Buffer> {
  const { assessment, notice } = assessed
  const { preparation, criteria, preferences, schedule, language } = assessment
  const words = documentTextsIn(language)
  const titles = new Map([...criteria, ...preferences].map(({ id, title }) => [id, title]))
  const rowsOf = (kind: (typeof kinds)[number]) =>
    preparation
      .filter((item) => item.kind === kind)
      .map(({ text, proves, source }) => {
        const title = proves === undefined ? undefined : titles.get(proves)
        return ['□', `${title === undefined ? '' : words.proves(title)}${text}`, quoted(notice, source)]
      })
  const name = words.names['preparation.docx']
  return writeDocument(name, words.noRulingList, [
    ...documentHead(name, words.noRulingList, assessed),
    ...(schedule
      ? [
          heading(words.schedule),
          table(
            [3, 7],
            words.scheduleColumns,
            schedule.map(({ date, text }) => [dayIn(language, date), text]),
          ),
        ]
      : []),
    ...kinds.flatMap((kind) => {
      const rows = rowsOf(kind)
      return rows.length > 0 ? [heading(words.kinds[kind]), table([1, 13, 10], words.itemColumns, rows)] : []
    }),
  ])
}
