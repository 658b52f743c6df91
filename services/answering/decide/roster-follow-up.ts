import { pairsOf } from '../../../knowledge/language/characters.ts'
import { cellOf, type RosterRow } from '../../roster/roster.ts'
import { isOfKind } from '../../roster/unit-names.ts'
import type { RosterFinding } from './finding.ts'
import { type Asking, listsOf } from './roster-asking.ts'
import { figureAsked } from './roster-extremes.ts'
import { byRoster, mostRows, nameOfGroups, onlyUnit, rosterFinding } from './roster-finding.ts'
import { membersFinding } from './roster-groups.ts'
import type { RosterPart } from './roster-part.ts'
import { dutiesOf, ofKind } from './roster-units.ts'

/** A row by its number: the running number of its list, or its place among the units shown last. */
export function findNumber(asking: Asking): RosterFinding | undefined {
  const { reading, last, isOnLists, wants } = asking
  const { number } = reading
  if (!number || !isOnLists) return undefined
  const inLast = last.length > 0 && reading.lists.length === 0 && asking.inquiry.memory.roster === true
  const shown = ofKind(last, reading.kind)
  const place = inLast && !number.isRunning && shown.length > 1 ? shown[number.value - 1] : undefined
  const lists = inLast ? [...new Set(last.map((row) => row.roster))] : listsOf(reading)
  const found = place ? [place] : lists.flatMap((roster) => roster.rows.filter((row) => row.seq === number.value))
  const rows = ofKind(found, reading.kind)
  const told = rows.length > 0 ? rows : found
  const due = wants.preparation ? dutiesOf(asking, told) : { parts: [], entries: [] }
  return told.length > 0
    ? rosterFinding(asking, [{ part: 'rows', rows: told }, ...due.parts], told, due.entries)
    : undefined
}

/** A follow-up that names no unit and leans on the rows shown last. */
export function findFollowUp(asking: Asking): RosterFinding | undefined {
  const { reading, last, wants, inquiry, text } = asking
  const isOnUnit = inquiry.memory.unit !== undefined && wants.preparation
  if (!inquiry.memory.roster && !isOnUnit && !/^(?:它|他|她|这[家些几]|那[家些几])/u.test(text)) return undefined
  const isOfGroup = wants.others || /(?:这|那|该|同一?)个?(?:项目|批次?|类|区|组)/u.test(text)
  if (last.length === 0 || reading.units.length > 0) return undefined
  const isOtherKind = reading.kind !== undefined && last.every(({ unit }) => !isOfKind(unit, reading.kind!))
  if (isOtherKind && /(?:在|是|属于|归)哪/u.test(text)) return told(asking)
  if (reading.isTitled || (reading.kind !== undefined && !isOfGroup && (wants.units || isOtherKind))) return undefined
  if (wants.preparation) return prepared(asking)
  if (reading.values.length > 0)
    return reading.values.some(({ values }) => values.length > 1) ? ofValue(asking) : undefined
  if (isOfGroup) return ofGroup(asking)
  if (reading.lists.length > 0) return inLists(asking)
  if (wants.place || /验收|检查|批/u.test(text)) return told(asking)
  if (wants.count && figureAsked(text, last) !== undefined) return told(asking)
  if (wants.count) return rosterFinding(asking, [counted(ofKind(last, reading.kind))], last)
  return wants.units && /^(?:都|分别|具体|全部|是|有|哪|谁|名单|列)/u.test(text)
    ? membersFinding(whole(asking), last)
    : undefined
}

const whole = (asking: Asking): Asking => ({ ...asking, wants: { ...asking.wants, all: true } })

function prepared(asking: Asking): RosterFinding | undefined {
  const { parts, entries } = dutiesOf(asking, asking.last)
  if (entries.length === 0) return undefined
  const { last } = asking
  const finding = rosterFinding(asking, parts, [], entries)
  return { ...finding, unit: onlyUnit(last), list: last.map(({ entry }) => entry) }
}

/** 「我要2023年度的」: of the values that fit, the one most like that of the rows shown last. */
function ofValue(asking: Asking): RosterFinding {
  const { reading, last } = asking
  const rows = reading.rows.filter((row) =>
    reading.values.every(({ column, values }) => values.includes(cellOf(row, column))),
  )
  const before = new Set(last.flatMap(({ project }) => pairsOf(project)))
  const likeness = ({ project }: RosterRow): number => {
    const pairs = pairsOf(project)
    return pairs.filter((pair) => before.has(pair)).length / Math.max(1, pairs.length, before.size)
  }
  const best = Math.max(...rows.map(likeness))
  return membersFinding(
    asking,
    rows.filter((row) => likeness(row) === best),
  )
}

/** Who else stands in the group of the rows shown last, or all of it where only the beginning was shown. */
function ofGroup(asking: Asking): RosterFinding {
  const { last } = asking
  const groupOf = (row: RosterRow): string => {
    const [column] = row.roster.columns.groups
    return `${row.roster.label.annex}#${column === undefined ? '' : cellOf(row, column)}`
  }
  const groups = new Set(last.map(groupOf))
  const rows = [...new Set(last.map((row) => row.roster))].flatMap((roster) => roster.rows)
  return membersFinding(
    whole(asking),
    rows.filter((row) => groups.has(groupOf(row))),
  )
}

/** 「它在附件1里也有吗」: the units shown last, in the list named. */
function inLists(asking: Asking): RosterFinding | undefined {
  const { reading, last } = asking
  const units = new Set(last.map(({ unit }) => unit))
  if (units.size > 1) return undefined
  const rows = listsOf(reading).flatMap((roster) => roster.rows.filter(({ unit }) => units.has(unit)))
  return rows.length > 0 ? rosterFinding(asking, [{ part: 'rows', rows }], rows) : undefined
}

/** The rows shown last again, with their list and project: one by one where they are few. */
function told(asking: Asking): RosterFinding {
  const { last } = asking
  if (last.length <= mostRows / 3) return rosterFinding(asking, [{ part: 'rows', rows: last }], last)
  const lists = byRoster(last)
  const parts = lists.map(([roster, own]): RosterPart => ({
    part: 'all-in',
    name: nameOfGroups(own),
    count: own.length,
    roster,
  }))
  return rosterFinding(
    asking,
    parts,
    last,
    lists.flatMap(([roster]) => roster.label.pointer?.entry ?? []),
  )
}

const counted = (rows: RosterRow[]): RosterPart => ({ part: 'count', name: nameOfGroups(rows), count: rows.length })
