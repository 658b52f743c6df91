import { fold } from '../../../knowledge/finding/catalogue.ts'
import { rosters as texts } from '../../../prompts/rosters.ts'
import { cellOf, type Roster, type RosterRow } from '../../roster/roster.ts'
import { plainly } from '../../roster/label.ts'
import { isOfKind } from '../../roster/unit-names.ts'
import type { Answer } from '../answer.ts'
import { type Asking, hasValues, isWithin, listsMeant, listsOf } from './roster-asking.ts'
import { mostRows, nameOfList, rosterAnswer, rowLine, unitNames } from './roster-text.ts'
import { ofKind } from './roster-units.ts'

/** Rows up to which each is shown with all its columns, where its list has several. */
const fewRows = 6

/** The units under the values that a question names: of a project, a batch, a district. */
export function answerGroup(asking: Asking): Answer | undefined {
  const { reading, wants, isOnLists } = asking
  if (reading.values.length === 0 || !(wants.units || wants.count || wants.place || isOnLists)) return undefined
  if (!isOnLists && isProgramme(asking)) return undefined
  const inValues = reading.rows.filter((row) => hasValues(reading, row))
  const within = inValues.filter((row) => isWithin(reading, row))
  const rows = ofKind(within.length > 0 ? within : inValues, reading.kind)
  return rows.length > 0 ? membersAnswer(asking, rows) : undefined
}

/** Rows told by their groups, each with its number and its units. */
export function membersAnswer(asking: Asking, rows: RosterRow[]): Answer {
  const { wants, inquiry } = asking
  const isDetailed =
    rows.length <= fewRows &&
    rows.some(({ roster }) => roster.columns.labels.length > 1 || roster.columns.groups.length === 0)
  const lines = [...Map.groupBy(rows, (row) => `${row.roster.label.annex}#${groupName(asking, row)}`).values()].flatMap(
    (own) => {
      const [first] = own as [RosterRow]
      const what = groupName(asking, first)
      const head = inquiry.question.english
        ? texts.membersEnglish(what, own.length)
        : texts.members(what, own.length, nameOfList(asking, first.roster))
      return isDetailed
        ? [head, ...own.map((row) => rowLine(asking, row, false))]
        : [`${head}${unitNames(own, wants.all)}`]
    },
  )
  return rosterAnswer(lines, rows)
}

/** What the rows of a group have in common: the values named, else that of their first group column. */
function groupName({ reading }: Asking, row: RosterRow): string {
  const named = reading.values.map(({ column }) => cellOf(row, column))
  const [column] = row.roster.columns.groups
  const value =
    named.length > 0 ? named.join('、') : column === undefined ? row.roster.label.title : cellOf(row, column)
  return `“${value.replace(/[“”]/gu, '')}”`
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
export function answerKind(asking: Asking): Answer | undefined {
  const { reading, isOnLists, wants } = asking
  const { kind } = reading
  if (kind === undefined || !isOnLists || wants.groups) return undefined
  const rows = listsMeant(asking)
    .flatMap((roster) => roster.rows)
    .filter((row) => isOfKind(row.unit, kind))
  if (rows.length === 0) return undefined
  const lines = [...Map.groupBy(rows, (row) => row.roster)].flatMap(([roster, own]) => {
    const [column] = roster.columns.groups
    const groups = Map.groupBy(own, (row) => (column === undefined ? '' : cellOf(row, column).replace(/[“”]/gu, '')))
    const parts = [...groups].map(
      ([name, members]) => `${name}${name && '：'}${unitNames(members, wants.all || rows.length <= 40)}`,
    )
    const units = new Set(own.map(({ unit }) => unit)).size
    const list = nameOfList(asking, roster)
    const isEnglish = asking.inquiry.question.english
    return [isEnglish ? texts.kindEnglish(kind, units, list) : texts.kind(kind, units, own.length, list), ...parts]
  })
  return rosterAnswer(lines, rows)
}

/** How the rows of each list fall into groups, with the number of each. */
export function answerGroupCounts(asking: Asking): Answer | undefined {
  const { reading, wants, isOnLists, text, last } = asking
  const isOfUnit = last.length > 0 && new Set(last.map(({ unit }) => unit)).size === 1 && !reading.namesLists
  const named = reading.rosters[0]?.columns.groups.find((column) => asksForColumn(column, text))
  const isAsked = wants.groups || (named !== undefined && !isOfUnit && (wants.units || wants.count || wants.place))
  if (!isAsked || !isOnLists || reading.values.length > 0) return undefined
  const told = listsMeant(asking).flatMap((roster) => groupCounts(asking, roster))
  if (told.length === 0) return undefined
  const firsts = told.flatMap((one) => one.firsts)
  const { list: _list, ...answer } = rosterAnswer(
    told.flatMap(({ lines }) => lines),
    firsts,
  )
  return answer
}

/** 有哪些项目, 几个区: whether a column is asked for by its header. */
const asksForColumn = (column: string, text: string): boolean => {
  const name = column.replace(/名称$|^所在|[（(].*$/u, '').replace(/[^\p{L}\p{N}]/gu, '.')
  return new RegExp(`(?:哪|几|多少|什么|啥)(?:些|几)?(?:个|种)?${name}|${name}(?:有|分)(?:哪|几)`, 'u').test(text)
}

function groupCounts(asking: Asking, roster: Roster): { lines: string[]; firsts: RosterRow[] }[] {
  const { reading, text } = asking
  const { groups: columns } = roster.columns
  const isOfKinds = (name: string): boolean => /类/u.test(text) && /类/u.test(name)
  const column = columns.find((name) => asksForColumn(name, text)) ?? columns.find(isOfKinds) ?? columns[0]
  if (column === undefined) return []
  const rows =
    reading.kind === undefined ? roster.rows : roster.rows.filter(({ unit }) => isOfKind(unit, reading.kind!))
  const groups = [...Map.groupBy(rows, (row) => cellOf(row, column))]
  const lines = groups.map(([name, own]) => texts.group(name, own.length))
  return [
    {
      lines: [texts.grouped(nameOfList(asking, roster), groups.length, column), ...lines],
      firsts: groups.map(([, own]) => own[0]!),
    },
  ]
}

/** Whole lists: how many they number, the first units, and what the notice says is done with them. */
export function answerLists(asking: Asking): Answer | undefined {
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
  const told = lists.map((roster) => {
    const { pointer } = roster.label
    const list = nameOfList(asking, roster)
    const head = inquiry.question.english
      ? texts.listedEnglish(list, roster.rows.length)
      : texts.listed(list, roster.rows.length)
    const done = pointer && pointer.after !== '' ? `${pointer.before}，${pointer.after}。` : ''
    const whole = [`${head}：${unitNames(roster.rows, wants.all, lists.length)}`, done]
    const last = wants.last ? [rowLine(asking, roster.rows.at(-1)!)] : []
    const lines = wants.last && !wants.count ? last : [...whole, ...last]
    return { lines, pointer: pointer?.entry, roster }
  })
  const isLastOnly = wants.last && !wants.count
  const rows = lists.flatMap(({ rows: own }) => [
    ...(isLastOnly ? [] : own.slice(0, mostRows)),
    ...(isLastOnly || own.length > mostRows ? own.slice(-1) : []),
  ])
  const answer = rosterAnswer(
    told.flatMap(({ lines }) => lines),
    rows,
    told.flatMap(({ pointer }) => pointer ?? []),
  )
  return { ...answer, list: told.flatMap(({ roster }) => roster.rows.map(({ entry }) => entry)) }
}
