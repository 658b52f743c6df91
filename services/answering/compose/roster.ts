import { inChinese, inEnglish } from '../../../knowledge/language/write-day.ts'
import { lengthOf } from '../../../knowledge/language/characters.ts'
import { longestLead } from '../../../knowledge/statements/word-chinese.ts'
import { replies } from '../../../prompts/replies.ts'
import type { RosterFinding } from '../decide/finding.ts'
import type { RosterPart } from '../decide/roster-part.ts'
import { nameOf, placeOf } from './cite.ts'
import { sourceLine } from './frame.ts'
import { type RosterNames, rosterNames } from './roster-names.ts'
import { mailTitleLines, unitExtras } from './roster-extras.ts'
import { rowLine, rowLines, unitNames } from './roster-rows.ts'
import { rosterTable } from './roster-table.ts'
import type { Language, Told } from './told.ts'

/** What was found in lists of units, part by part, and its rows as a table. */
export function tellRoster(finding: RosterFinding, language: Language): Told {
  const names = rosterNames(finding, language)
  const lines = finding.parts.flatMap((part) => tellPart(part, names))
  const table = rosterTable(finding, names)
  const [entry] = finding.rests
  const source = language === 'en' && entry ? [`— ${sourceLine({ entry }, language)}`] : []
  const titles = finding.parts.some(({ part }) => part === 'duty') ? mailTitleLines(finding, names) : []
  return {
    text: [...lines, ...titles, ...source].filter((line) => line !== '').join('\n'),
    ...(table && { table }),
    ...unitExtras(finding, names),
    ...titlesToCopy(finding, names),
  }
}

/** Where the titles of mails are all that is told, they lead and can be copied. */
function titlesToCopy({ parts: [part] }: RosterFinding, { texts }: RosterNames): Pick<Told, 'lead' | 'copies'> {
  if (part?.part !== 'titles') return {}
  return { lead: texts.titlesAre, copies: part.titles.map((text) => ({ label: texts.mailTitle, text })) }
}

type Part<Name extends RosterPart['part']> = Extract<RosterPart, { part: Name }>

function tellPart(part: RosterPart, names: RosterNames): string[] {
  const { texts, list, group, looked } = names
  switch (part.part) {
    case 'found':
      return tellFound(part, names)
    case 'elsewhere':
      return [texts.elsewhere(who(part, names), looked(part.looked)), ...rowLines(names, part.rows)]
    case 'rows':
      return part.rows.map((row) => rowLine(names, row, list(row.roster)))
    case 'members':
      return tellMembers(part, names)
    case 'of-kind':
      return tellKind(part, names)
    case 'groups':
      return tellGroups(part, names)
    case 'list':
      return tellWholeList(part, names)
    case 'all-in':
      return [texts.allIn(group(part.name), part.count, list(part.roster))]
    case 'count':
      return [texts.count(group(part.name), part.count)]
    case 'absent':
      return [tellAbsent(part, names)]
    case 'titles':
      return tellTitles(part, names)
    case 'whose':
      return [texts.whose]
    case 'duty':
      return tellDuty(part, names)
  }
}

const who = ({ names }: { names: string[] }, { isEnglish }: RosterNames): string =>
  names.join(isEnglish ? ' and ' : '、')

const tellFound = (part: Part<'found'>, names: RosterNames): string[] => [
  names.texts.found(who(part, names), names.placeOf(part.rows), part.rows.length, part.isConfirmed),
  ...rowLines(names, part.rows),
]

function tellMembers({ name, rows, isWhole, isDetailed, lacks }: Part<'members'>, names: RosterNames): string[] {
  const { texts, group, list } = names
  const head = texts.members(group(name), rows.length, list(rows[0]!.roster))
  const lead = `${lacks === undefined ? '' : texts.noneOf(lacks)}${head}`
  if (isDetailed) return [lead, ...rows.map((row) => rowLine(names, row))]
  return headed(lead, texts.inGroup('', unitNames(names, rows, isWhole)))
}

function tellKind({ kind, roster, groups, isWhole }: Part<'of-kind'>, names: RosterNames): string[] {
  const { texts, list, value, column } = names
  const rows = groups.flatMap((group) => group.rows)
  const units = new Set(rows.map(({ unit }) => unit)).size
  return [
    texts.kind(column(kind), units, rows.length, list(roster)),
    ...groups.map((group) => texts.inGroup(value(group.name), unitNames(names, group.rows, isWhole))),
  ]
}

function tellGroups({ roster, column, groups }: Part<'groups'>, names: RosterNames): string[] {
  const { texts, list, isEnglish } = names
  const lines = groups.map(({ name, count }) => texts.group(isEnglish ? names.value(name) : name, count))
  return [texts.opened(texts.grouped(list(roster), groups.length, names.column(column))), ...lines]
}

function tellWholeList({ roster, isWhole, lists }: Part<'list'>, names: RosterNames): string[] {
  const { texts, list } = names
  const { pointer } = roster.label
  const head = texts.opened(texts.listed(list(roster), roster.rows.length))
  const done = pointer && pointer.after !== '' ? `${pointer.before}，${pointer.after}。` : ''
  return [
    ...headed(head, texts.inGroup('', unitNames(names, roster.rows, isWhole, lists))),
    names.isEnglish && done !== '' ? `“${done}”` : done,
  ]
}

/** A head with what it opens: on one line where that is short enough to be read at once. */
const headed = (head: string, names: string): string[] =>
  lengthOf(head + names) <= longestLead ? [head + names] : [head, names]

function tellAbsent({ name, looked, lists, isUnit }: Part<'absent'>, names: RosterNames): string {
  const { texts } = names
  const all = lists.map(names.list)
  return isUnit ? texts.absent(name, texts.listOf(names.looked(looked)), all) : texts.unnamed(name, all)
}

/** Each title, then how the notice puts it and where. */
function tellTitles({ titles, rule }: Part<'titles'>, { texts, isEnglish }: RosterNames): string[] {
  const source = isEnglish ? [] : [`——${nameOf(rule.entry)}${placeOf(rule.entry)}`]
  return [texts.titlesAre, ...titles.map(texts.titled), texts.titleRule(rule.said), ...source]
}

/** What is to be handed in: quoted in English, after whether it still can be. */
function tellDuty({ sentence, closed }: Part<'duty'>, { isEnglish }: RosterNames): string[] {
  if (!isEnglish) return [sentence, closed === undefined ? '' : replies.closedReview(inChinese(closed))]
  return [closed === undefined ? replies.saysEnglish : replies.closedEnglish(inEnglish(closed)), `“${sentence}”`]
}
