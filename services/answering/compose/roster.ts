import { lengthOf } from '../../../knowledge/language/characters.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { rosters as texts } from '../../../prompts/rosters.ts'
import { replies } from '../../../prompts/replies.ts'
import type { RosterFinding } from '../decide/finding.ts'
import type { RosterPart } from '../decide/roster-part.ts'
import type { Roster } from '../../roster/roster.ts'
import { inChinese } from './days.ts'
import { listNames, lookedIn, nameOfGroup, placeOfRows, plainGroup } from './roster-names.ts'
import { rosterTable } from './roster-table.ts'
import { rowLine, rowLines, unitNames } from './roster-rows.ts'
import type { Language, Told } from './told.ts'

/** What was found in lists of units, part by part. */
export function tellRoster(finding: RosterFinding, language: Language): Told {
  const lines = finding.parts.flatMap((part) => tellPart(part, finding.among, language))
  const table = rosterTable(finding, language)
  return { text: lines.filter((line) => line !== '').join('\n'), ...(table && { table }) }
}

type Part<Name extends RosterPart['part']> = Extract<RosterPart, { part: Name }>

function tellPart(part: RosterPart, among: Roster[], language: Language): string[] {
  const name = listNames(among)
  switch (part.part) {
    case 'found':
      return tellFound(part, among, language)
    case 'elsewhere':
      return [texts.elsewhere(part.names.join('、'), lookedIn(part.looked, among)), ...rowLines(part.rows, among)]
    case 'rows':
      return part.rows.map((row) => rowLine(row, name(row.roster)))
    case 'members':
      return tellMembers(part, among, language)
    case 'of-kind':
      return tellKind(part, among, language)
    case 'groups':
      return [
        texts.grouped(name(part.roster), part.groups.length, part.column),
        ...part.groups.map((group) => texts.group(group.name, group.count)),
      ]
    case 'list':
      return tellWholeList(part, among, language)
    case 'all-in':
      return [texts.allIn(nameOfGroup(part.name), part.count, name(part.roster))]
    case 'count':
      return [texts.count(nameOfGroup(part.name), part.count)]
    case 'absent':
      return [tellAbsent(part, among, language)]
    case 'duty':
      return [part.sentence, part.closed === undefined ? '' : replies.closedReview(inChinese(part.closed))]
  }
}

function tellFound({ names, rows, isConfirmed }: Part<'found'>, among: Roster[], language: Language): string[] {
  const who = names.join('、')
  const head =
    language === 'en'
      ? texts.foundEnglish(who, rows.length)
      : texts.found(who, placeOfRows(rows, among), rows.length, isConfirmed)
  return [head, ...rowLines(rows, among)]
}

function tellMembers(part: Part<'members'>, among: Roster[], language: Language): string[] {
  const { rows, isWhole, isDetailed, lacks } = part
  const what = nameOfGroup(part.name)
  const head =
    language === 'en'
      ? texts.membersEnglish(what, rows.length)
      : texts.members(what, rows.length, listNames(among)(rows[0]!.roster))
  const lead = `${lacks === undefined ? '' : texts.noneOf(lacks)}${head}`
  return isDetailed ? [lead, ...rows.map((row) => rowLine(row))] : headed(lead, unitNames(rows, isWhole))
}

function tellKind({ kind, roster, groups, isWhole }: Part<'of-kind'>, among: Roster[], language: Language): string[] {
  const rows = groups.flatMap((group) => group.rows)
  const units = new Set(rows.map(({ unit }) => unit)).size
  const list = listNames(among)(roster)
  const head = language === 'en' ? texts.kindEnglish(kind, units, list) : texts.kind(kind, units, rows.length, list)
  const lines = groups.map(({ name, rows: own }) => `${plainGroup(name)}${name && '：'}${unitNames(own, isWhole)}`)
  return [head, ...lines]
}

function tellWholeList({ roster, isWhole, lists }: Part<'list'>, among: Roster[], language: Language): string[] {
  const { pointer } = roster.label
  const list = listNames(among)(roster)
  const count = roster.rows.length
  const head = language === 'en' ? texts.listedEnglish(list, count) : texts.listed(list, count)
  const done = pointer && pointer.after !== '' ? `${pointer.before}，${pointer.after}。` : ''
  return [...headed(`${head}：`, unitNames(roster.rows, isWhole, lists)), done]
}

/** A head with what it opens: on one line where that is short enough to be read at once. */
const headed = (head: string, names: string): string[] =>
  lengthOf(head + names) <= longestLead ? [head + names] : [head, names]

function tellAbsent({ name, looked, lists, isUnit }: Part<'absent'>, among: Roster[], language: Language): string {
  if (language === 'en') return texts.absentEnglish(name)
  const names = lists.map(listNames(among))
  return isUnit ? texts.absent(name, texts.listOf(lookedIn(looked, among)), names) : texts.unnamed(name, names)
}
