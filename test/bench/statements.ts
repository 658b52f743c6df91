import { readDates } from '../../knowledge/language/date.ts'
import { readFigures } from '../../knowledge/language/figure.ts'
import { loadNotices } from '../../knowledge/load-notices.ts'
import type { Clause } from '../../knowledge/parsing/clause.ts'
import type { Notice } from '../../knowledge/parsing/notice.ts'
import { splitSentences } from '../../knowledge/statements/split-text.ts'
import { parseStatements } from '../../knowledge/statements/parse-statements.ts'
import type { Statement } from '../../knowledge/statements/statement.ts'
import { findModal } from '../../knowledge/statements/words.ts'
import type { Figure } from './figure.ts'
import { readNoticesOf } from './read-notices.ts'

/** What a notice mentions, of one kind: how many there are, stand in a statement, and in one that may be said. */
export type Coverage = { all: number; inStatement: number; sure: number }
export type Mention = { kind: 'figures' | 'dates' | 'sums' | 'duties' | 'bans'; clause: string; at: [number, number] }

const told: ReadonlySet<Clause['kind']> = new Set(['item', 'paragraph', 'row', 'contact'])

/** A row's running number is no figure. */
const isIndex = ({ cells }: Clause, text: string): boolean =>
  Object.entries(cells ?? {}).some(([column, cell]) => cell === text && /^(?:序号|项序|子序|编号|列\d*)/u.test(column))

/** Every figure, date, sum, duty and ban of the clauses that say something. */
export function mentionsOf(clause: Clause): Mention[] {
  if (!told.has(clause.kind)) return []
  const { text } = clause
  const figures = readFigures(text)
    .filter(({ start, end }) => !isIndex(clause, text.slice(start, end)))
    .map(({ kind, start, end }): Mention => ({
      kind: kind === 'money' ? 'sums' : 'figures',
      clause: clause.id,
      at: [start, end],
    }))
  const dates = readDates(text).map(({ start, end }): Mention => ({
    kind: 'dates',
    clause: clause.id,
    at: [start, end],
  }))
  const modals = splitSentences(text).flatMap(({ segments }) =>
    segments.flatMap(({ chunks }) =>
      chunks.flatMap(({ text: chunk, start }): Mention[] => {
        const modal = findModal(chunk)
        if (!modal || chunk.endsWith('的') || !['must', 'must-not'].includes(modal.modality)) return []
        const at: [number, number] = [start + modal.start, start + modal.end]
        return [{ kind: modal.modality === 'must' ? 'duties' : 'bans', clause: clause.id, at }]
      }),
    ),
  )
  return [...figures, ...dates, ...modals]
}

/** Whether a statement holds the words at a place: in its rule, or in what it says with it. */
function holds(clause: Clause, statement: Statement, [start, end]: [number, number]): boolean {
  if (statement.clause !== clause.id)
    return Object.values(statement.inherited).includes(clause.id) && isWithin(clause, statement, start)
  if (statement.span[0] <= start && end <= statement.span[1]) return true
  return statement.parts.some(({ text }) => {
    const at = clause.text.indexOf(text, statement.sentence[0])
    return at >= 0 && at <= start && end <= at + text.length
  })
}

/** Whether a place of the clause that opens a list is in the lead-in, or the time, that the statement takes from it. */
const isWithin = (clause: Clause, { leadIn = '', measured = '' }: Statement, start: number): boolean =>
  [leadIn, measured].some((text) => {
    const at = text === '' ? -1 : clause.text.lastIndexOf(text.replace(/：$/u, ''))
    return at >= 0 && at <= start
  })

const heldBy = (clause: Clause, statements: Statement[], at: [number, number]): boolean =>
  statements.some((statement) => holds(clause, statement, at))

export function coverageOf(
  notice: Notice,
  statements = parseStatements(notice),
): Record<Mention['kind'] | 'together', Coverage> {
  const kinds = ['figures', 'dates', 'sums', 'duties', 'bans', 'together'] as const
  const found = Object.fromEntries(kinds.map((kind) => [kind, { all: 0, inStatement: 0, sure: 0 }])) as ReturnType<
    typeof coverageOf
  >
  const said = statements.filter(({ sure }) => sure)
  for (const clause of notice.clauses) {
    for (const { kind, at } of mentionsOf(clause)) {
      const [isIn, isSure] = [heldBy(clause, statements, at), heldBy(clause, said, at)]
      for (const one of [kind, 'together'] as const) {
        found[one].all += 1
        if (isIn) found[one].inStatement += 1
        if (isSure) found[one].sure += 1
      }
    }
  }
  return found
}

const share = (part: number, all: number): string =>
  all === 0 ? '   –' : `${String(Math.round((100 * part) / all)).padStart(3)}%`

function lineOf(name: string, coverage: ReturnType<typeof coverageOf>): string {
  const parts = Object.entries(coverage).map(
    ([kind, { all, inStatement, sure }]) =>
      `${kind} ${String(all).padStart(3)} ${share(inStatement, all)} ${share(sure, all)}`,
  )
  return `${parts.join('  ')}  ${name}`
}

function sumOf(coverages: ReturnType<typeof coverageOf>[]): ReturnType<typeof coverageOf> {
  const [first] = coverages
  const kinds = Object.keys(first!) as (keyof ReturnType<typeof coverageOf>)[]
  const add = (kind: keyof ReturnType<typeof coverageOf>, part: keyof Coverage) =>
    coverages.reduce((sum, coverage) => sum + coverage[kind][part], 0)
  return Object.fromEntries(
    kinds.map((kind) => [
      kind,
      { all: add(kind, 'all'), inStatement: add(kind, 'inStatement'), sure: add(kind, 'sure') },
    ]),
  ) as ReturnType<typeof coverageOf>
}

/**
 * Prints for each notice how many figures, dates, sums, duties and bans it has, which share stands in a statement, and which
 * in one that may be said: the five that come with the assistant, or the files of a folder.
 */
export async function measureStatements(folder: string | undefined): Promise<Figure[]> {
  const notices = folder === undefined ? loadNotices() : await readNoticesOf(folder)
  const started = performance.now()
  const coverages = notices.map((notice) => coverageOf(notice))
  const took = Math.round(performance.now() - started)
  process.stdout.write('number, in a statement, in one that may be said\n')
  for (const [at, notice] of notices.entries()) process.stdout.write(`${lineOf(notice.id, coverages[at]!)}\n`)
  process.stdout.write(`${lineOf(`all, ${took} ms`, sumOf(coverages))}\n`)
  return []
}
