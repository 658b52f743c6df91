import { readDates } from '../../../knowledge/language/date.ts'
import { unitsIn } from '../../roster/find-unit.ts'
import { type RosterRow, rosterRows, rostersOf } from '../../roster/roster.ts'
import { unitCard } from '../../roster/unit-card.ts'
import type { Inquiry, Memory } from '../answer.ts'
import type { RosterFinding } from './finding.ts'

const asks =
  /(?:邮件|邮箱|电子版|电子邮件|e-?mail).{0,6}(?:标题|主题|题目)|(?:标题|主题).{0,3}(?:怎么写|写什么|是什么|叫什么|写啥)|\b(?:title|subject)(?: line)? of (?:the|our) (?:e-?)?mail|\bmail (?:title|subject)/iu
/** Rows up to which each has its title. */
const mostTitles = 6

/** The title that the mail of a unit is to have, filled in, where a message asks for it and the notice prescribes one. */
export function findMailTitle({ catalogue, question, memory }: Inquiry): RosterFinding | undefined {
  const rows = asks.test(question.asked) ? rowsMeant(rosterRows(catalogue), question.asked, memory) : []
  const cards = [...Map.groupBy(rows, ({ unit }) => unit)].map(([unit, own]) => unitCard(catalogue, unit, own))
  const titled = cards.flatMap(({ parts }) => parts).filter(({ handing }) => handing.mailTitle)
  const rule = titled[0]?.handing.mailTitle
  if (!rule) return undefined
  const shown = titled.flatMap((part) => part.rows).slice(0, mostTitles)
  const titles = shown.flatMap(({ mailTitle }) => mailTitle ?? [])
  const rules = titled.flatMap(({ handing }) => handing.mailTitle?.entry ?? [])
  const { notice } = rule.entry
  return {
    kind: 'roster',
    status: 'roster',
    parts: [{ part: 'titles', titles, rule }],
    among: rostersOf(catalogue).filter(({ rows: [first] }) => first?.entry.notice === notice),
    rows: shown.map(({ row }) => row),
    rests: [...rules, ...shown.map(({ row }) => row.entry)],
    unit: cards.length === 1 ? cards[0]!.unit : undefined,
    scope: { notice: notice.id },
  }
}

/** The rows of the one name that a message holds, or of the unit spoken of where it names no time of its own. */
function rowsMeant(rows: RosterRow[], asked: string, { unit }: Memory): RosterRow[] {
  const [named, other] = unitsIn(rows, asked)
  if (other) return []
  if (named) return named.rows
  return readDates(asked).length > 0 ? [] : rows.filter((row) => row.unit === unit)
}
