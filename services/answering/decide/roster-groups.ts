import { fold } from '../../../knowledge/finding/catalogue.ts'
import { cellOf, type Roster, type RosterRow } from '../../roster/roster.ts'
import { plainly } from '../../roster/label.ts'
import { isOfKind } from '../../roster/unit-names.ts'
import type { RosterFinding } from './finding.ts'
import { type Asking, hasValues, isWithin, listsMeant, listsOf } from './roster-asking.ts'
import { byRoster, mostRows, rosterFinding } from './roster-finding.ts'
import type { GroupName, RosterPart } from './roster-part.ts'
import { ofKind } from './roster-units.ts'

/** Rows up to which each is shown with all its columns, where its list has several. */
const fewRows = 6
/** Units of a kind up to which all are named. */
const fewUnits = 40

/** The units under the values that a question names: of a project, a batch, a district. */
export function findGroup(asking: Asking): RosterFinding | undefined {
  const { reading, wants, isOnLists } = asking
  if (reading.values.length === 0 || !(wants.units || wants.count || wants.place || isOnLists)) return undefined
  if (!isOnLists && isProgramme(asking)) return undefined
  const inValues = reading.rows.filter((row) => hasValues(reading, row))
  const within = inValues.filter((row) => isWithin(reading, row))
  const rows = ofKind(within.length > 0 ? within : inValues, reading.kind)
  return rows.length > 0 ? membersFinding(asking, rows) : undefined
}

/** Rows told by their groups, each with its number and its units. @param lacks A name asked for that is not among them. */
export function membersFinding(asking: Asking, rows: RosterRow[], lacks?: string): RosterFinding {
  const isDetailed =
    rows.length <= fewRows &&
    rows.some(({ roster }) => roster.columns.labels.length > 1 || roster.columns.groups.length === 0)
  const keyOf = (row: RosterRow): string => JSON.stringify([row.roster.label.annex, groupName(asking, row)])
  const parts = [...Map.groupBy(rows, keyOf).values()].map((own, at): RosterPart => ({
    part: 'members',
    name: groupName(asking, own[0]!),
    rows: own,
    isWhole: asking.wants.all,
    isDetailed,
    ...(lacks !== undefined && at === 0 && { lacks }),
  }))
  return rosterFinding(asking, parts, rows)
}

/** What the rows of a group have in common: the values named, else that of their first group column. */
function groupName({ reading }: Asking, row: RosterRow): GroupName {
  const [column] = row.roster.columns.groups
  if (reading.values.length > 0) return { values: reading.values.map(({ column: named }) => cellOf(row, named)) }
  return column === undefined ? { title: row.roster.label.title } : { values: [cellOf(row, column)] }
}

/** Whether the group named is also a programme that another notice opens, which is then meant as likely. */
function isProgramme({ reading, inquiry: { catalogue } }: Asking): boolean {
  const values = reading.values.flatMap(({ values: held }) => held).map(plainly)
  return catalogue.notices.some(
    (notice) =>
      notice !== reading.notice &&
      notice.programmes.some(({ title }) =>
        values.some((value) => value.endsWith(fold(title)) || fold(title).endsWith(value)),
      ),
  )
}

/** The units of a kind in the lists: 「哪些医院要做中期检查」. */
export function findKind(asking: Asking): RosterFinding | undefined {
  const { reading, isOnLists, wants } = asking
  const { kind } = reading
  if (kind === undefined || !isOnLists || wants.groups) return undefined
  const rows = listsMeant(asking)
    .flatMap((roster) => roster.rows)
    .filter((row) => isOfKind(row.unit, kind))
  if (rows.length === 0) return undefined
  const isWhole = wants.all || rows.length <= fewUnits
  const parts = byRoster(rows).map(([roster, own]): RosterPart => {
    const [column] = roster.columns.groups
    const groups = Map.groupBy(own, (row) => (column === undefined ? '' : cellOf(row, column)))
    return {
      part: 'of-kind',
      kind,
      roster,
      groups: [...groups].map(([name, members]) => ({ name, rows: members })),
      isWhole,
    }
  })
  return rosterFinding(asking, parts, rows)
}

/** How the rows of each list fall into groups, with the number of each. */
export function findGroupCounts(asking: Asking): RosterFinding | undefined {
  const { reading, wants, isOnLists, text, last } = asking
  const isOfUnit = last.length > 0 && new Set(last.map(({ unit }) => unit)).size === 1 && !reading.namesLists
  const named = reading.rosters[0]?.columns.groups.find((column) => asksForColumn(column, text))
  const isAsked = wants.groups || (named !== undefined && !isOfUnit && (wants.units || wants.count || wants.place))
  if (!isAsked || !isOnLists || reading.values.length > 0) return undefined
  const told = listsMeant(asking).flatMap((roster) => groupCounts(asking, roster) ?? [])
  if (told.length === 0) return undefined
  const parts = told.map(({ part }) => part)
  const { list: _list, ...finding } = rosterFinding(
    asking,
    parts,
    told.flatMap(({ firsts }) => firsts),
  )
  return finding
}

/** 有哪些项目, 几个区: whether a column is asked for by its header. */
const asksForColumn = (column: string, text: string): boolean => {
  const name = column.replace(/名称$|^所在|[（(].*$/u, '').replace(/[^\p{L}\p{N}]/gu, '.')
  return new RegExp(`(?:哪|几|多少|什么|啥)(?:些|几)?(?:个|种)?${name}|${name}(?:有|分)(?:哪|几)`, 'u').test(text)
}

function groupCounts(asking: Asking, roster: Roster): { part: RosterPart; firsts: RosterRow[] } | undefined {
  const { reading, text } = asking
  const { groups: columns } = roster.columns
  const isOfKinds = (name: string): boolean => /类/u.test(text) && /类/u.test(name)
  const column = columns.find((name) => asksForColumn(name, text)) ?? columns.find(isOfKinds) ?? columns[0]
  if (column === undefined) return undefined
  const rows =
    reading.kind === undefined ? roster.rows : roster.rows.filter(({ unit }) => isOfKind(unit, reading.kind!))
  const groups = [...Map.groupBy(rows, (row) => cellOf(row, column))]
  const counts = groups.map(([name, own]) => ({ name, count: own.length }))
  return { part: { part: 'groups', roster, column, groups: counts }, firsts: groups.map(([, own]) => own[0]!) }
}

/** Whole lists: how many they number, the first units, and what the notice says is done with them. */
export function findLists(asking: Asking): RosterFinding | undefined {
  const { reading, wants, isOnLists, inquiry } = asking
  const isAsked = wants.count || wants.units || (inquiry.memory.roster === true && reading.lists.length > 0)
  const isOnlyWhether = wants.isConfirmation && !/哪|谁|多少|几/u.test(asking.text)
  const isMore =
    isOnlyWhether ||
    reading.values.length > 0 ||
    reading.kind !== undefined ||
    wants.preparation ||
    reading.stray.length > 0
  if (!isOnLists || !isAsked || isMore) return undefined
  const lists = listsOf(reading)
  const isLastOnly = wants.last && !wants.count
  const parts = lists.flatMap((roster): RosterPart[] => [
    ...(isLastOnly ? [] : [{ part: 'list', roster, isWhole: wants.all, lists: lists.length } as const]),
    ...(wants.last ? [{ part: 'rows', rows: roster.rows.slice(-1) } as const] : []),
  ])
  const rows = lists.flatMap(({ rows: own }) => [
    ...(isLastOnly ? [] : own.slice(0, mostRows)),
    ...(isLastOnly || own.length > mostRows ? own.slice(-1) : []),
  ])
  const pointers = lists.flatMap(({ label }) => label.pointer?.entry ?? [])
  const finding = rosterFinding(asking, parts, rows, pointers)
  return { ...finding, list: lists.flatMap((roster) => roster.rows.map(({ entry }) => entry)) }
}
