import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { replies } from '../../../prompts/replies.ts'
import { rosters as texts } from '../../../prompts/rosters.ts'
import { preparationOf } from '../../roster/preparation.ts'
import { isOfKind } from '../../roster/unit-names.ts'
import { cellOf, type RosterRow } from '../../roster/roster.ts'
import type { Answer } from '../answer.ts'
import { sentencesOf } from '../../../knowledge/finding/sentences.ts'
import { type Asking, hasValues, isWithin, listsOf } from './roster-asking.ts'
import { mostRows, nameOfList, placeOfRows, rosterAnswer, rowLine } from './roster-text.ts'
import { deadlineOf, inChinese } from './window.ts'

/** The rows of the units that a question names, held against the list and group that it names besides. */
export function answerUnits(asking: Asking): Answer | undefined {
  const { reading, further, wants } = asking
  if (reading.units.length === 0 || /除了|[以之]外/u.test(asking.text)) return undefined
  if (!isOnUnits(asking)) return undefined
  const own = rowsOf(reading.units.flatMap((unit) => unit.rows))
  const also = further.flatMap(({ units }) => units.flatMap((unit) => unit.rows))
  const within = own.filter((row) => isWithin(reading, row))
  const inContext = within.filter((row) => isInContext(asking, row))
  if (own.length > 0 && within.length === 0) return elsewhere(asking, own)
  const isConstrained = reading.values.length > 0 || reading.lists.length > 0
  const rows = rowsOf(inContext.length > 0 ? inContext : [...within, ...(isConstrained ? [] : also)])
  const ready = wants.preparation ? preparation(asking, rows) : { lines: [], entries: [] }
  const outside = inContext.length === 0 && asking.last.length > 0 && context(asking) !== undefined
  const head = outside ? texts.elsewhere(namesOf(asking), context(asking)!) : headOf(asking, rows)
  return rosterAnswer([head, ...rowLines(asking, rows), ...ready.lines], rows, ready.entries)
}

/** Whether its units are what is asked for: not what kind of units a district has, and no more than was read. */
function isOnUnits({ reading, wants, text, isOnLists }: Asking): boolean {
  const { kind, units, stray } = reading
  const isOfOthers =
    kind !== undefined &&
    (wants.units || wants.count) &&
    !/(?:在|是|属于|归)哪/u.test(text) &&
    !units.some(({ rows }) => rows.some(({ unit }) => isOfKind(unit, kind)))
  const isInGroup = reading.values.length > 0
  return (
    (!isOfOthers || isInGroup) && (stray.length === 0 || isOnLists || isInGroup || wants.place || wants.preparation)
  )
}

const rowsOf = (rows: RosterRow[]): RosterRow[] => {
  const unique = [...new Set(rows)]
  const order = (row: RosterRow): number => row.roster.rows.indexOf(row)
  return unique.every(({ roster }) => roster === unique[0]?.roster)
    ? unique.sort((a, b) => order(a) - order(b))
    : byList(unique)
}

const byList = (rows: RosterRow[]): RosterRow[] => {
  const listed = [...Map.groupBy(rows, (row) => row.roster)]
  return listed
    .sort(([a], [b]) => a.label.annex.localeCompare(b.label.annex))
    .flatMap(([roster, own]) => roster.rows.filter((row) => own.includes(row)))
}

const namesOf = ({ reading }: Asking): string => [...new Set(reading.units.map(({ name }) => name))].join('、')

function headOf(asking: Asking, rows: RosterRow[]): string {
  const { inquiry, wants } = asking
  if (inquiry.question.english) return texts.foundEnglish(namesOf(asking), rows.length)
  const confirmed = wants.isConfirmation && !wants.isNegated && !/还是/u.test(asking.text)
  return texts.found(namesOf(asking), placeOfRows(asking, rows), rows.length, confirmed)
}

const rowLines = (asking: Asking, rows: RosterRow[]): string[] => [
  ...(rows.length > mostRows ? [texts.shown(mostRows)] : []),
  ...rows.slice(0, mostRows).map((row) => rowLine(asking, row)),
]

/** The group that a follow-up goes on in, where all rows shown last are of it: 「专利超市有哪些区」「浦东呢」. */
export function context({ last, inquiry, reading }: Asking): string | undefined {
  if (!inquiry.memory.roster || reading.values.length > 0 || reading.lists.length > 0 || last.length < 2)
    return undefined
  const [column] = last[0]!.roster.columns.groups
  if (column === undefined || last.some((row) => row.roster !== last[0]!.roster)) return undefined
  const values = new Set(last.map((row) => cellOf(row, column)))
  return values.size === 1 ? [...values][0] : undefined
}

function isInContext(asking: Asking, row: RosterRow): boolean {
  const value = context(asking)
  return value === undefined || Object.values(row.entry.clause.cells ?? {}).includes(value)
}

/** A unit that stands in none of the lists or groups named, and in others. */
function elsewhere(asking: Asking, rows: RosterRow[]): Answer {
  const { reading } = asking
  const groups = reading.values.flatMap(({ values }) => values)
  const isOfValue = reading.rows.some((row) => rows.includes(row) && hasValues(reading, row))
  const where =
    groups.length > 0 && !isOfValue
      ? `“${groups.join('、').replace(/[“”]/gu, '')}”`
      : listsOf(reading)
          .map((roster) => nameOfList(asking, roster))
          .join('、')
  return rosterAnswer([texts.elsewhere(namesOf(asking), where), ...rowLines(asking, rows)], rows)
}

/** What is handed in and by when. */
export function preparation(
  { inquiry: { catalogue, today } }: Asking,
  rows: readonly RosterRow[],
): { lines: string[]; entries: Entry[] } {
  const entries = preparationOf(rows, catalogue).slice(0, 2)
  const [first] = entries
  if (!first) return { lines: [], entries: [] }
  const deadline = deadlineOf(catalogue, first.notice)
  const closed = deadline && today > deadline.day ? replies.closedReview(inChinese(deadline.day)) : ''
  return { lines: [sentencesOf(first.clause.text)[0] ?? '', closed], entries }
}

/** Keeps the units of the kind asked for; all where nearly all are, as people say 企业 of whoever takes part. */
export function ofKind(rows: readonly RosterRow[], kind: string | undefined): RosterRow[] {
  const own = kind === undefined ? [...rows] : rows.filter(({ unit }) => isOfKind(unit, kind))
  return own.length >= rows.length * 0.8 ? [...rows] : own
}
