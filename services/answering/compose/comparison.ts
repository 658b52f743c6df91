import { leadOf } from '../../../knowledge/statements/word-statement.ts'
import { comparisonTexts as words } from '../../../prompts/answer-texts.ts'
import type { AlignedCell, AlignedRow } from '../decide/aligned-rows.ts'
import type { ComparedSide, ComparisonFinding } from '../decide/finding.ts'
import { nameOf } from './cite.ts'
import { sourceLine } from './frame.ts'
import { linesOf } from './list.ts'
import { measureName } from './measure-name.ts'
import type { Language, Told } from './told.ts'
import { labelOf } from './topic.ts'

/** Sides one after the other, or row by row where all is compared; beside each other in a table. */
export function tellComparison(finding: ComparisonFinding, language: Language): Told {
  const { compared, isWhole } = finding
  const table = tableOf(finding, language)
  if (isWhole) return { ...tellRows(finding, language), table }
  const sides = [...new Set(compared.map((side) => sideText(side, language)))].join('\n')
  if (language === 'zh' || finding.rows.length === 0) return { text: sides, table }
  const { lead, text } = tellRows(finding, language)
  return { lead: lead!, text: [text, sides].join('\n'), table }
}

function sideText(side: ComparedSide, language: Language): string {
  const source = Array.isArray(side.told) ? side.told[0]! : side.told.source
  return [sourceLine(source, language), contentOf(side)].join('\n')
}

const contentOf = ({ told }: ComparedSide): string =>
  (Array.isArray(told) ? told.map(({ excerpt }) => excerpt) : linesOf(told)).join('\n')

const firstOf = ({ told }: ComparedSide) => (Array.isArray(told) ? told[0]!.entry : told.rests[0]!)

/** Topic, then the sides; a single row of all that is said where nothing could be aligned. */
function tableOf({ compared, rows, rests }: ComparisonFinding, language: Language): Told['table'] {
  const columns = [
    words.topic[language],
    ...compared.map(({ notice, programme }) => labelOf(notice, programme, language)),
  ]
  if (rows.length === 0) {
    const plain = compared.map((side) => ({ text: contentOf(side), rest: rests.indexOf(firstOf(side)) }))
    return { columns, rows: [[{ text: words.all[language] }, ...plain]] }
  }
  const cellOf = (cell: AlignedCell | undefined) =>
    cell ? withRest(textOf(cell, language), rests.indexOf(cell.entry)) : { text: words.none[language] }
  return {
    columns,
    rows: rows.map((row) => [{ text: rowName(row, language) }, ...row.cells.map(cellOf)]),
  }
}

const withRest = (text: string, rest: number) => (rest < 0 ? { text } : { text, rest })

/** Everything compared: how many things differ, each on a line, and the notices. */
function tellRows({ compared, rows }: ComparisonFinding, language: Language): Pick<Told, 'text' | 'lead'> {
  const names = compared.map((side) => shortLabel(compared, side, language))
  const differing = rows.filter(({ cells }) => {
    const texts = cells.flatMap((cell) => (cell ? [textOf(cell, language)] : []))
    return texts.length > 1 && new Set(texts).size > 1
  })
  const lead = words.lead[language](
    differing.length,
    differing.map((row) => rowName(row, language)),
  )
  const lines = rows.map((row) => {
    const cells = row.cells.map((cell, at) => words.side[language](names[at]!, cell && textOf(cell, language)))
    return words.row[language](rowName(row, language), cells)
  })
  const sources = compared.map(({ notice }) =>
    language === 'en' ? `the ${labelOf(notice, undefined, language)}` : nameOf({ notice }),
  )
  return { text: [lead, ...lines, words.sources[language]([...new Set(sources)])].join('\n'), lead }
}

/** Sides of different years are told apart by them. */
const shortLabel = (
  compared: readonly ComparedSide[],
  { notice, programme }: ComparedSide,
  language: Language,
): string =>
  new Set(compared.map(({ notice: { year } }) => year)).size === compared.length
    ? words.year[language](notice.year)
    : language === 'en'
      ? labelOf(notice, programme, language)
      : (programme?.title.replace(/^上海市/u, '') ?? notice.shortTitle)

/** What one side says: in the clerk's words where they may be said, else its sentence. */
function textOf({ statement, sentence, isSaid }: AlignedCell, language: Language): string {
  const lead = statement && isSaid ? leadOf(statement, language) : undefined
  return (lead ?? sentence).replace(/[。；;.\s]+$/u, '')
}

function rowName(row: AlignedRow, language: Language): string {
  if (row.about === 'metric') return measureName(row, language)
  return row.about === 'clause' ? words.clause[language] : words[row.about][language]
}
