import { type Catalogue, type Entry, fold } from '../../../knowledge/finding/catalogue.ts'
import { bodyOf, sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import type { Statement } from '../../../knowledge/statements/statement.ts'
import type { Inquiry } from '../answer.ts'
import type { Scope } from '../understand/question.ts'
import { inScope } from '../understand/scopes.ts'
import { similarityOf } from './similarity.ts'
import { statementsOf } from './statements-of.ts'

/** What one side says on a row: the statement where it was parsed, whether its wording may be said, and its sentence, verbatim. */
export type AlignedCell = { entry: Entry; sentence: string; statement?: Statement; isSaid?: boolean }

/** One thing that sides are held against each other in. `name` is what is measured, verbatim; `about` where it needs no name. */
export type AlignedRow = {
  about: 'places' | 'deadline' | 'metric' | 'clause'
  name: string
  /** The same with its verb and object: what a glossary has it under. */
  key: string
  cells: (AlignedCell | undefined)[]
}

/** Likeness of two metrics from which they are the same. */
const sameMetric = 0.5
/** Characters of a metric from which a sentence that holds it speaks of it. */
const tellingMetric = 3

/**
 * What sides state figures or days for, aligned: the same metric of the same topic, the number of places, the last day.
 * Where a side states none, the sentence that speaks of the same metric stands for it.
 *
 * @returns Rows in the order of the first side, with what only later sides state at the end.
 */
export function alignedRows(
  { catalogue, said }: Pick<Inquiry, 'catalogue' | 'said'>,
  sides: readonly Scope[],
): AlignedRow[] {
  const rows: { row: AlignedRow; statement: Statement }[] = []
  for (const [at, side] of sides.entries())
    for (const statement of statedBy(catalogue, side)) {
      const entry = catalogue.find(statement.notice, statement.clause)!
      const approved = said.get(`${statement.notice}#${statement.clause}`) ?? []
      const isSaid = approved.some(({ id }) => id === statement.id)
      const cell = { entry, statement, isSaid, sentence: sentenceOf(entry, statement) }
      const best = rows
        .filter(({ row, statement: other }) => !row.cells[at] && isAlike(statement, other))
        .map((one) => ({ ...one, likeness: metricSimilarity(statement, one.statement) }))
        .sort((one, other) => other.likeness - one.likeness)[0]
      if (best) best.row.cells[at] = cell
      else if (
        !rows.some(({ row, statement: other }) => row.cells[at] && isSingle(statement) && isAlike(statement, other))
      )
        rows.push({
          statement,
          row: {
            about: aboutOf(statement),
            name: nameOf(statement),
            key: keyOf(statement),
            cells: placed(cell, at, sides),
          },
        })
    }
  for (const { row, statement } of rows) completeRow(catalogue, row, statement, sides)
  return rows.map(({ row }) => row)
}

const placed = (cell: AlignedCell, at: number, sides: readonly Scope[]): AlignedRow['cells'] =>
  sides.map((_, place) => (place === at ? cell : undefined))

/** The statements with a figure or a last day that lie in a side. */
function statedBy(catalogue: Catalogue, side: Scope): Statement[] {
  const notice = catalogue.notices.find(({ id }) => id === side.notice)
  return (notice ? statementsOf(notice) : []).filter((statement) => {
    const entry = catalogue.find(statement.notice, statement.clause)
    const isStated = statement.kind === 'deadline' || (statement.figure !== undefined && nameOf(statement) !== '')
    return isStated && statement.topic !== 'form' && !statement.cells && entry !== undefined && inScope(side, entry)
  })
}

/** A notice has one last day and one number of places, whatever they are called. */
const isSingle = ({ kind }: Statement): boolean => kind === 'places' || kind === 'deadline'

const aboutOf = ({ kind }: Statement): AlignedRow['about'] =>
  kind === 'places' || kind === 'deadline' ? kind : 'metric'

const keyOf = ({ verb = '', metric = '', object = '' }: Statement): string => `${verb}${metric}${object}`

const nameOf = ({ metric, object, verb }: Statement): string => metric ?? object ?? verb ?? ''

/** Whether two statements are of the same thing: both the places or the day, or the same metric under the same topic. */
function isAlike(one: Statement, other: Statement): boolean {
  if (isSingle(one) || isSingle(other)) return one.kind === other.kind
  return (
    one.topic === other.topic &&
    (one.kind === 'growth') === (other.kind === 'growth') &&
    one.figure?.kind === other.figure?.kind &&
    metricSimilarity(one, other) >= sameMetric
  )
}

const metricSimilarity = (one: Statement, other: Statement): number =>
  nameOf(one) === nameOf(other) ? 1 : similarityOf(fold(nameOf(one)), fold(nameOf(other)))

/** Fills what a side doesn't state with the sentence of it that names the metric. */
function completeRow({ entries }: Catalogue, row: AlignedRow, statement: Statement, sides: readonly Scope[]): void {
  const metric = fold(row.name)
  if (row.about !== 'metric' || lengthOf(metric) < tellingMetric) return
  for (const [at, side] of sides.entries()) {
    if (row.cells[at]) continue
    const entry = entries.find(
      (one) =>
        inScope(side, one) &&
        ['item', 'paragraph'].includes(one.clause.kind) &&
        one.own.includes(metric) &&
        mayBeOf(one, statement.topic),
    )
    const sentence = entry && sentencesOf(bodyOf(entry)).find((text) => fold(text).includes(metric))
    if (sentence) row.cells[at] = { entry, sentence }
  }
}

/** Whether a clause was not read as one of another topic: a condition is no aim. */
function mayBeOf({ notice, clause }: Entry, topic: Statement['topic']): boolean {
  const topics = statementsOf(notice).flatMap((own) => (own.clause === clause.id && own.topic ? [own.topic] : []))
  return topics.length === 0 || topic === undefined || topics.includes(topic)
}

/** The sentence of a statement without the number of its clause. */
const sentenceOf = ({ clause }: Entry, { sentence }: Statement): string =>
  clause.text.slice(...sentence).replace(new RegExp(`^${RegExp.escape(clause.marker ?? '')}\\s*`, 'u'), '')
