import { keptFor } from '../kept.ts'
import words from '../lexicon/statement-words.json' with { type: 'json' }
import { anyOf } from '../language/unit.ts'
import type { Clause } from '../parsing/clause.ts'
import type { Notice } from '../parsing/notice.ts'
import { readFigures } from '../language/figure.ts'
import type { Context } from './clause-context.ts'
import type { Draft } from './draft.ts'
import type { StatedCells, StatedFigure } from './statement.ts'

const index = new RegExp(`^(?:${anyOf(words.rowNumbers)})$`, 'iu')
const empty = /^(?:|[/／—–-]+|无)$/u

/** Longest row that is worded as one, in UTF-16 code units. */
const longestRow = 300

type Cell = { column: string; value: string }

/** What a table is called: the heading it stands under, else the line before it. */
function tableTitle(notice: Notice, clause: Clause): string {
  const parent = notice.clauses.find(({ id }) => id === clause.parent)
  const heading = parent?.heading ?? ''
  return heading.length <= 40 ? heading : ''
}

function figureOf(value: string): StatedFigure | undefined {
  if (!/^[^\d]{0,6}\d/u.test(value)) return undefined
  const [figure, ...more] = readFigures(value)
  if (!figure || more.length > 0 || figure.from !== 0 || figure.to !== value.length) return undefined
  const { kind, value: worth, upTo, unit, bound, includesLimit, per } = figure
  return {
    kind,
    value: worth,
    ...(upTo !== undefined && { upTo }),
    unit,
    bound,
    ...(includesLimit !== undefined && { includesLimit }),
    per,
    printed: value.slice(figure.start, figure.end),
    phrase: value,
  }
}

/** What a row is about: its cells before the first figure, but for running numbers. */
function labelOf(cells: Cell[]): string {
  const until = cells.findIndex(({ value }) => figureOf(value) !== undefined)
  const leading = until < 0 ? cells.slice(0, 1) : cells.slice(0, until)
  return leading.map(({ value }) => value).join('，')
}

/** The cells of a row that say something, without its running numbers. */
const cellsOf = (clause: Clause): Cell[] =>
  Object.entries(clause.cells ?? {})
    .map(([column, value]) => ({ column, value: value.replace(/。$/u, '') }))
    .filter(({ column, value }) => !index.test(column.replace(/\d$/u, '')) && !empty.test(value))

const tableOf = (clause: Clause): string => `${clause.parent ?? ''} ${clause.id.split('.r')[0]}`

/** How many rows of each table of a notice are called the same, counted once for a notice. */
const labelCounts = keptFor((notice: Notice): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const clause of notice.clauses) {
    if (clause.kind !== 'row') continue
    const key = `${tableOf(clause)} ${labelOf(cellsOf(clause))}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
})

/** Whether no other row of the table is called the same: else a cell alone doesn't say what it is of. */
const isOwnLabel = (notice: Notice, clause: Clause, label: string): boolean =>
  labelCounts(notice).get(`${tableOf(clause)} ${label}`) === 1

function draft(clause: Clause, context: Context, cells: StatedCells, more: Partial<Draft>): Draft {
  const text = cells.entries.map(({ column, value }) => `${column}${value}`).join('；')
  return {
    kind: 'row',
    modality: 'fact',
    ...(context.programme !== undefined && { programme: context.programme }),
    ...(context.topic && { topic: context.topic }),
    ...(cells.label !== '' && { subject: cells.label }),
    cells,
    span: [0, clause.text.length],
    sentence: [0, clause.text.length],
    parts: [{ role: 'rule', text, joint: '' }],
    inherited: clause.parent === undefined ? {} : { table: clause.parent },
    unaccounted: '',
    ...more,
  }
}

/** A row of a table as one statement, and each of its figures as one of its own with the heads of row and column. */
export function readRow(notice: Notice, clause: Clause, context: Context): Draft[] {
  const cells = cellsOf(clause)
  const nameless = cells.filter(({ column }) => /^列\d+$/u.test(column))
  const table = tableTitle(notice, clause)
  const label = labelOf(cells)
  const isShifted = /^\d+$/u.test(cells[0]?.value ?? '') && label === ''
  const isLong = clause.text.length > longestRow
  const unclear = nameless.length > 0 || cells.length < 2 || isShifted || isLong ? clause.text : ''
  const row = draft(clause, context, { table, label, entries: cells }, { unaccounted: unclear })
  const worth = cells
    .map((cell) => ({ cell, figure: figureOf(cell.value) }))
    .filter(({ figure }) => figure !== undefined)
  const isOwn = worth.length > 0 && isOwnLabel(notice, clause, label)
  const figures = worth.flatMap(({ cell, figure }) => {
    const start = clause.text.lastIndexOf(cell.value)
    if (label === '') return []
    const stated = { table, label, entries: [cell] }
    const slots: Partial<Draft> = { kind: 'cell', metric: cell.column, figure, unaccounted: isOwn ? unclear : label }
    return [draft(clause, context, stated, { ...slots, span: [start, start + cell.value.length] })]
  })
  return cells.length === 0 ? [] : [row, ...figures]
}
