import { readDates } from '../../knowledge/language/date.ts'
import { rosters } from '../../prompts/rosters.ts'
import { unitsIn } from '../roster/find-unit.ts'
import { type RosterRow, rosterRows } from '../roster/roster.ts'
import { type CardPart, unitCard } from '../roster/unit-card.ts'
import type { Answer, Memory } from './answer.ts'
import { nameOf, placeOf } from './compose/cite.ts'
import type { Language } from './compose/told.ts'
import { languageOf } from './understand/language-of.ts'
import type { Knowledge } from './understand/understand.ts'

const asks =
  /(?:邮件|邮箱|电子版|电子邮件|e-?mail).{0,6}(?:标题|主题|题目)|(?:标题|主题).{0,3}(?:怎么写|写什么|是什么|叫什么|写啥)|\b(?:title|subject)(?: line)? of (?:the|our) (?:e-?)?mail|\bmail (?:title|subject)/iu
/** Rows up to which each has its title. */
const mostTitles = 6

/**
 * The title that the mail of a unit is to have, filled in, where a message asks for it and the notice prescribes one;
 * undefined for any other message.
 */
export function answerMailTitle(
  { catalogue }: Pick<Knowledge, 'catalogue'>,
  asked: string,
  memory: Memory,
): { answer: Answer; memory: Memory } | undefined {
  const rows = asks.test(asked) ? rowsMeant(rosterRows(catalogue), asked, memory) : []
  const units = [...Map.groupBy(rows, ({ unit }) => unit)]
  const parts = units.flatMap(([unit, own]) => unitCard(catalogue, unit, own).parts)
  const titled = parts.filter(({ handing }) => handing.mailTitle)
  if (titled.length === 0) return undefined
  const [only, ...others] = units.map(([unit]) => unit)
  const notice = titled[0]!.notice.id
  const unit = others.length === 0 ? only : undefined
  return {
    answer: { ...tellTitles(titled, languageOf(asked, memory.english)), scope: { notice } },
    memory: { ...memory, scope: { notice }, unit, roster: true },
  }
}

/** The rows of the one name that a message holds, or of the unit spoken of where it names no time of its own. */
function rowsMeant(rows: RosterRow[], asked: string, { unit }: Memory): RosterRow[] {
  const [named, other] = unitsIn(rows, asked)
  if (other) return []
  if (named) return named.rows
  return readDates(asked).length > 0 ? [] : rows.filter((row) => row.unit === unit)
}

function tellTitles(parts: readonly CardPart[], language: Language): Answer {
  const texts = rosters[language]
  const rows = parts.flatMap((part) => part.rows).slice(0, mostTitles)
  const titles = rows.flatMap(({ mailTitle }) => (mailTitle === undefined ? [] : [mailTitle]))
  const rules = parts.flatMap(({ handing: { mailTitle } }) => mailTitle ?? [])
  const [rule] = rules
  const source = `——${nameOf(rule!.entry)}${placeOf(rule!.entry)}`
  const lines = titles.map((title) => texts.titled(title))
  return {
    status: 'roster',
    text: [texts.titlesAre, ...lines, texts.titleRule(rule!.said), source].join('\n'),
    lead: texts.titlesAre,
    rests: [...rules.map(({ entry }) => entry), ...rows.map(({ row }) => row.entry)],
    copies: titles.map((title) => ({ label: texts.mailTitle, text: title })),
  }
}
