import type { Paragraph, Table } from 'docx'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'
import { factAt } from '../eligibility/document-facts.ts'
import { factTexts, writeAnswerIn } from '../eligibility/fact-texts.ts'
import { documentHead, quoted } from './document-head.ts'
import type { Assessed } from './download.ts'
import { heading, paragraph, table, writeDocument } from './word-document.ts'

/** The self-check as a Word document that can be shown and signed: answers, verdict, each criterion with its clause. */
export function writeSelfCheckSheet(assessed: Assessed): Promise<Buffer> {
  const { assessment, programme, notice } = assessed
  const { verdict, criteria, nearestFix, canApplyNow, language = 'zh', answers, givenBy = {} } = assessment
  const words = documentTextsIn(language)
  const name = words.names['self-check.docx']
  return writeDocument(name, words.noRuling, [
    ...documentHead(name, words.noRuling, assessed),
    paragraph(words.verdictLine(words.verdicts[verdict], canApplyNow), { isBold: true }),
    ...(nearestFix
      ? [paragraph(nearestFix.when === 'never' ? nearestFix.text : words.nearestFixLine(nearestFix.text))]
      : []),
    heading(words.answers),
    table(
      [7, 3],
      words.answerColumns,
      programme.factKeys.map((key) => [
        factTexts(factAt(programme.facts, key), language).prompt,
        answers[key] === null
          ? words.noAnswer
          : `${writeAnswerIn(language, factAt(programme.facts, key), answers[key])}${givenBy[key] ?? ''}`,
      ]),
    ),
    heading(words.criteria),
    table(
      [16, 24, 22, 15, 30],
      words.criterionColumns,
      criteria.map(({ title, required, actual, status, gap, note, source }) => [
        title,
        required,
        [actual, ...(gap === undefined ? [] : [words.gap(gap)]), ...(note === undefined ? [] : [note])].join('\n'),
        words.statuses[status],
        quoted(notice, source),
      ]),
    ),
    ...afterwards(assessed),
    paragraph(''),
    paragraph(words.signature),
  ])
}

/** What follows from an award: each line with the clause it rests on. */
function afterwards({ assessment, notice }: Assessed): (Paragraph | Table)[] {
  const { preferences, commitments, support, language } = assessment
  const words = documentTextsIn(language)
  const part = (name: string, rows: string[][]) =>
    rows.length > 0 ? [heading(name), table([6, 4], words.lineColumns, rows)] : []
  const money = [support.amountText, support.placesText, ...support.restrictions].filter((text) => text !== '')
  const clauses = [...new Set(support.sources.map((source) => quoted(notice, source)))]
  return [
    ...part(
      words.preferences,
      preferences.map(({ title, status, source }) => [`${words.statuses[status]}　${title}`, quoted(notice, source)]),
    ),
    ...part(
      words.commitments,
      commitments.map(({ text, target, source }) => [words.commitment(text, target), quoted(notice, source)]),
    ),
    ...part(words.support, [[money.join('\n'), clauses.join('\n')]]),
  ]
}
