import type { Paragraph, Table } from 'docx'
import { inChinese } from '../../knowledge/language/write-day.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { documentTexts as words } from '../../prompts/document-texts.ts'
import type { Source } from '../eligibility/assessment.ts'
import { titleOf } from '../eligibility/title-of.ts'
import type { Assessed } from './download.ts'
import { paragraph, table, title } from './word-document.ts'

/** Who fills in a document and when: 单位名称：＿＿　　填表人：＿＿　　日期：2025年6月10日; blanks for what is not known. */
export function filledInLine(known: { unit?: string | undefined; person?: string; date?: string }): Paragraph {
  const fields = Object.entries(words.filledIn).map(([key, [name, blanks]]) => {
    const value = known[key as keyof typeof known]
    return `${name}：${value ?? '＿'.repeat(blanks)}`
  })
  return paragraph(fields.join('　　'))
}

/** What every document begins with: its name, who fills it in, what it is not, and what it was made from and when. */
export function documentHead(
  name: string,
  note: string,
  { assessment, programme, notice, unit }: Assessed,
): (Paragraph | Table)[] {
  const { documentNumber } = notice
  return [
    title(name),
    filledInLine({ unit, date: inChinese(assessment.asOf) }),
    paragraph(note, { isCentred: true, isBold: true }),
    table(
      [2, 8],
      [],
      [
        [words.programme, titleOf(programme)],
        [words.notice, `《${notice.title}》${documentNumber ? `（${documentNumber}）` : ''}`],
        [words.asOf, assessment.asOf],
        [words.rulesVersion, assessment.rulesVersion],
        [words.window, assessment.window.note],
      ],
    ),
  ]
}

/** The words of a clause with where they stand: 「原文」（二）申报条件 › 1. */
export function quoted({ clauses }: Notice, source: Source | undefined): string {
  if (!source) return ''
  const path = clauses
    .find(({ id }) => id === source.clause)
    ?.path.split(' › ')
    .slice(-2)
    .join(' › ')
  return `“${source.quote.replace(/\s+/gu, ' ').trim()}”${path ? `\n${path}` : ''}`
}
