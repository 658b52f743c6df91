import type { Entry } from '../../../knowledge/finding/catalogue.ts'
import { preparationOf } from '../../roster/preparation.ts'
import { isOfKind } from '../../roster/unit-names.ts'
import { cellOf, type RosterRow } from '../../roster/roster.ts'
import { sentencesOf } from '../../../knowledge/finding/sentences.ts'
import type { RosterFinding } from './finding.ts'
import { type Asking, hasValues, isWithin, listsOf } from './roster-asking.ts'
import { rosterFinding } from './roster-finding.ts'
import type { Looked, RosterPart } from './roster-part.ts'
import { deadlineOf } from './window.ts'

/** The rows of the units that a question names, held against the list and group that it names besides. */
export function findUnits(asking: Asking): RosterFinding | undefined {
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
  const due = wants.preparation ? dutiesOf(asking, rows) : { parts: [], entries: [] }
  const group = inContext.length === 0 && asking.last.length > 0 ? context(asking) : undefined
  const names = namesOf(asking)
  const isConfirmed = asksWhether(asking) && !wants.isNegated && !/还是/u.test(asking.text)
  const part: RosterPart =
    group === undefined
      ? { part: 'found', names, rows, isConfirmed }
      : { part: 'elsewhere', names, looked: { groups: [group] }, rows }
  return rosterFinding(asking, [part, ...due.parts], rows, due.entries)
}

/** Whether yes or no is waited for. */
const asksWhether = ({ wants, inquiry: { question } }: Asking): boolean =>
  wants.isConfirmation ||
  (question.english && /^(?:is|are|was|were|does|do|did|has|have)\b(?!.*\bor\b)/iu.test(question.asked.trim()))

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

const namesOf = ({ reading }: Asking): string[] => [...new Set(reading.units.map(({ name }) => name))]

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
function elsewhere(asking: Asking, rows: RosterRow[]): RosterFinding {
  const { reading } = asking
  const groups = reading.values.flatMap(({ values }) => values)
  const isOfValue = reading.rows.some((row) => rows.includes(row) && hasValues(reading, row))
  const looked: Looked = groups.length > 0 && !isOfValue ? { groups } : { lists: listsOf(reading) }
  return rosterFinding(asking, [{ part: 'elsewhere', names: namesOf(asking), looked, rows }], rows)
}

/** What is handed in and by when. */
export function dutiesOf(
  { inquiry: { catalogue, today } }: Asking,
  rows: readonly RosterRow[],
): { parts: RosterPart[]; entries: Entry[] } {
  const entries = preparationOf(rows, catalogue).slice(0, 2)
  const [entry] = entries
  if (!entry) return { parts: [], entries: [] }
  const deadline = deadlineOf(catalogue, entry.notice)
  const closed = deadline && today > deadline.day ? deadline.day : undefined
  const [sentence = ''] = sentencesOf(entry.clause.text)
  return { parts: [{ part: 'duty', entry, sentence, closed }], entries }
}

/** Keeps the units of the kind asked for; all where nearly all are, as people say 企业 of whoever takes part. */
export function ofKind(rows: readonly RosterRow[], kind: string | undefined): RosterRow[] {
  const own = kind === undefined ? [...rows] : rows.filter(({ unit }) => isOfKind(unit, kind))
  return own.length >= rows.length * 0.8 ? [...rows] : own
}
