import type { Paragraph, Table } from 'docx'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import type { DocumentTexts } from '../../prompts/document-texts.ts'
import type { Source } from '../eligibility/assessment.ts'
import { dayIn, titleIn } from '../eligibility/programme-texts.ts'
import type { Assessed } from './download.ts'
import { paragraph, table, title } from './word-document.ts'

/** Who fills in a document and when: 单位名称：＿＿　　填表人：＿＿　　日期：2025年6月10日; blanks for what is not known. */
export function filledInLine(
  words: DocumentTexts,
  known: { unit?: string | undefined; person?: string; date?: string },
): Paragraph {
  const fields = Object.entries(words.filledIn).map(([key, [name, blanks]]) => {
    const value = known[key as keyof typeof known]
    return words.filled(name, value ?? '＿'.repeat(blanks))
  })
  return paragraph(fields.join('　　'))
}

/** What every document begins with: its name, who fills it in, what it is not, and what it was made from and when. */
export function documentHead(
  name: string,
  note: string,
  { assessment, programme, notice, unit }: Assessed,
): (Paragraph | Table)[] {
  const { documentNumber = '' } = notice
  const { language } = assessment
  const words = documentTextsIn(language)
  return [
    title(name),
    filledInLine(words, { unit, date: dayIn(language, assessment.asOf) }),
    paragraph(note, { isCentred: true, isBold: true }),
    table(
      [2, 8],
      [],
      [
        [words.programme, titleIn(language, programme)],
        [words.notice, words.noticeNamed(notice.title, documentNumber)],
        [words.asOf, assessment.asOf],
        [words.rulesVersion, assessment.rulesVersion],
        [words.window, assessment.window.note],
      ],
    ),
  ]
}

/** The words of a clause with where they stand: 「原文」（二）申报条件 › 1. */
export function quoted({ id: notice, clauses }: Notice, source: Source | undefined): string {
  if (!source) return ''
  const path = clauses
    .find(({ id }) => source.notice === notice && id === source.clause)
    ?.path.split(' › ')
    .slice(-2)
    .join(' › ')
  return `“${source.quote.replace(/\s+/gu, ' ').trim()}”${path ? `\n${path}` : ''}`
}
