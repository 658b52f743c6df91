import type { ValueKind } from '../../../knowledge/finding/values.ts'
import type { Notice } from '../../../knowledge/parsing/notice.ts'
import { englishKinds, englishUnits, spelledUnits } from '../../roster/english-names.ts'
import { abbreviated } from '../../roster/find-unit.ts'
import { plainly } from '../../roster/label.ts'
import { isOfKind } from '../../roster/unit-names.ts'
import { cellOf, type Roster, type RosterRow, rosterRows, rostersOf } from '../../roster/roster.ts'
import type { Inquiry } from '../answer.ts'
import { translateEnglish } from '../understand/translate-english.ts'
import { readAgainst, type RosterReading } from './roster-reading.ts'

/** What a question wants of a roster. */
export type Wants = {
  /** 哪些, 谁, 名单 */
  units: boolean
  count: boolean
  /** 有哪几类项目, 各有几家 */
  groups: boolean
  /** Every unit, however many. */
  all: boolean
  /** What is handed in, and by when. */
  preparation: boolean
  /** 在第几批, 什么项目, 序号 */
  place: boolean
  isConfirmation: boolean
  /** It asks for what is not there: 哪些区没有. */
  isNegated: boolean
  /** The rest of what was shown, or of the group: 还有谁. */
  others: boolean
  last: boolean
}

/** A question with its reading against the rosters that fit it best. */
export type Asking = {
  inquiry: Inquiry
  text: string
  reading: RosterReading
  /** Readings against other notices that account for the whole question too. */
  further: RosterReading[]
  wants: Wants
  /** The rows shown last, which a follow-up leans on. */
  last: RosterRow[]
  /** Whether it speaks of a list in so many words, or goes on from one. */
  isOnLists: boolean
}

/** Words by which an English question speaks of a list. */
export const englishList = /\b(?:lists?|listed|rosters?|annex(?:es)?)\b/iu
const listWord = /(?<![黑白红])名单|清单|名录|名册|一览表|附[件表]|入选|列入|在列|(?:承担|支持|参与|入选|接入)单位/u

const readWants = (text: string): Wants => ({
  units:
    /哪(?!一?批|份|张)|谁|名单|清单|名录|名册|列|名字|都有|什么单位|啥单位|那[几二三四五六七八九十]+[家个所]|报个|叫什么|叫啥/u.test(
      text,
    ),
  count: /几(?:个|家|所|区|位|名|人|项|类|种)|多少|总数|数量/u.test(text),
  groups:
    /(?:哪|什么|啥|几|多少)些?(?:几)?(?:个|种|大)?类|各(?:有|是|自|占)*(?:几|多少)|每(?:个|类|种|批)\S{0,4}(?:几|多少)|分(?:为|成)?(?:哪|几)/u.test(
      text,
    ),
  all: /全部|所有|完整|列全|都列|逐一|一个不漏|还有/u.test(text),
  preparation: /交(?!通|易|大)|寄|报送|提交|准备|材料|(?:做|干)(?:什么|啥|些)|怎么办|怎么做|截止|submit|hand in/u.test(
    text,
  ),
  place: /第?几批|[哪什么啥几]+个?(?:项目|名单|批|类)|哪[份张一]|序号|第几|还是|排/u.test(text),
  isConfirmation: /[吗嘛吧]$|(?<!什)么$|[吗嘛吧][?？,，]|在不在|有没有|是不是|是否|有无/u.test(text),
  isNegated:
    /(?<![有是在要用])(?:没有?(?=[^?？,，])|不用|不要(?!漏)|不需|无需|不必|不在|不是(?!在)|不属|未|免予?|除了|除[^,，]+外|以外|之外)/u.test(
      text,
    ),
  others: /还有|其他|其余|剩下|另外/u.test(text),
  last: /最后(?:那|一|的|面)*(?:个|家|位|名|所|是)/u.test(text),
})

/** What is wanted, as typed and as read: 还有 is taken off before a question is read. */
function wantsOf({ question }: Inquiry, text: string): Wants {
  const [read, typed] = [readWants(text), readWants(plainly(question.asked))]
  return Object.fromEntries(
    Object.entries(read).map(([name, value]) => [name, value || typed[name as keyof Wants]]),
  ) as Wants
}

/** Values that a roster gives only where it has a column of them. */
const columnsOf: Partial<Record<ValueKind, RegExp>> = {
  money: /金额|经费|资金|补助|补贴/u,
  percent: /比例|率$/u,
  clock: /时间|时段/u,
  duration: /期限|年限|时长/u,
  phone: /电话|联系/u,
  email: /邮箱/u,
  url: /网址|网站/u,
  address: /地址|地点|位置/u,
  year: /年份|年度/u,
}

/** @param rows Those shown last, else all. */
function isForeign({ question }: Inquiry, wants: Wants, text: string, rows: readonly RosterRow[]): boolean {
  const { kind, unit } = question.value
  const column = columnsOf[kind]
  if (column) return !rows.some(({ roster }) => roster.columns.shown.some((name) => column.test(name)))
  if (question.aspects.has('applicant')) return true
  if (kind === 'date') return !wants.preparation && !/第几|序号|编号|排几|是几号/u.test(text)
  if (/(?<![第是排])几号/u.test(text) && !wants.preparation) return true
  if (kind === 'count') return !/[家所个区次批人名位类项县校院]/u.test(unit)
  return false
}

/** The translation with the kinds of units that are asked for by name: which hospitals → 哪些医院. */
function withKinds(asked: string, text: string): string {
  const kinds = englishKinds(asked)
  const general = new Set(kinds.map(({ word }) => translateEnglish(word)))
  const rest = plainly(text)
    .split(/[,，]/u)
    .filter((word) => !general.has(word))
  return [...rest, ...kinds.map(({ kind }) => `哪些${kind}`)].join(',')
}

/** The text that is read: what was typed, where a follow-up was completed with what was asked before. */
function textOf({ question }: Inquiry, rows: RosterRow[]): string {
  const { asked, text, english } = question
  if (english) {
    const chinese = asked.match(/[\p{Script=Han}\d]{2,}/gu) ?? []
    const spelled = spelledUnits(rows, text.match(/[a-z']+/giu) ?? [])
    const rest = spelled.reduce((left, { said }) => left.replace(said, ' '), text)
    const units = [...englishUnits(rows, asked), ...spelled.map(({ name }) => name)]
    return plainly([...chinese, ...units, withKinds(asked, rest)].join(','))
  }
  const typed = plainly(asked)
  return (plainly(text).length > typed.length + 3 ? typed : plainly(text)).replace(/[?？。!！~]+$/u, '')
}

/** Reads a question as one on rosters; undefined where there are none, or what it waits for is none of theirs. */
export function readAsking(inquiry: Inquiry): Asking | undefined {
  const { catalogue, memory } = inquiry
  const rows = rosterRows(catalogue)
  if (rows.length === 0) return undefined
  const text = textOf(inquiry, rows)
  const wants = wantsOf(inquiry, text)
  const last = lastRows(inquiry, rows)
  const isNone = isForeign(inquiry, wants, text, last.length > 0 ? last : rows)
  if (isNone || /哪一?条|第几条|措施/u.test(text)) return undefined
  const byNotice = Map.groupBy(rostersOf(catalogue), ({ rows: own }) => own[0]!.entry.notice)
  const lean = memory.roster ? last[0]?.entry.notice : undefined
  const readings = [...byNotice].map(([notice, rosters]) => rated(inquiry, readAgainst(rosters, text), notice, lean))
  const [best, ...others] = readings.sort((a, b) => b.score - a.score)
  if (!best) return undefined
  const { reading } = best
  const further = others
    .map((other) => other.reading)
    .filter(({ left, units }) => left.length === 0 && units.length > 0)
  const isOnLists =
    listWord.test(text) ||
    (inquiry.question.english && englishList.test(inquiry.question.asked)) ||
    reading.namesLists ||
    reading.isTitled ||
    (memory.roster === true && last.length > 0)
  return { inquiry, text, reading, further, wants, last, isOnLists }
}

type Rated = { reading: RosterReading; score: number }

/** How well a notice's rosters account for a question: what is left counts most, then what they hold and what was named. */
function rated({ question }: Inquiry, reading: RosterReading, notice: Notice, lean: Notice | undefined): Rated {
  const { left, units, values, lists, kind } = reading
  const hasKind = kind !== undefined && reading.rows.some(({ unit }) => isOfKind(unit, kind))
  const ofKind = kind === undefined ? 0 : hasKind ? 1 : -6
  const held = ofKind + (units.length > 0 ? 3 : 0) + (values.length > 0 ? 2 : 0) + (lists.length > 0 ? 1 : 0)
  const isPart = left.length === 1 && abbreviated(reading.rows, left[0]!).length > 0
  const pointed = (question.named.includes(notice) ? 4 : 0) + (lean === notice ? 2 : 0)
  return {
    reading,
    score: held + pointed + (isPart ? 5 : 0) - 10 * Math.min(1, left.length) - left.join('').length * 0.1,
  }
}

/** The rows that the last answer listed or rested on. */
function lastRows({ memory, question }: Inquiry, rows: RosterRow[]): RosterRow[] {
  const among = (places: { notice: string; clause: string }[] = []): RosterRow[] => {
    const keys = new Set(places.map(keyOf))
    return rows.filter(({ entry }) => keys.has(keyOf({ notice: entry.notice.id, clause: entry.clause.id })))
  }
  const listed = among(memory.list)
  if (listed.length === 0 && memory.roster) return among(memory.rests)
  return memory.unit === undefined || memory.roster ? listed : rowsOfUnit({ question, memory }, memory.unit, rows)
}

/** The rows of the unit that is still spoken of, unless another notice is named. */
function rowsOfUnit(
  { question, memory }: Pick<Inquiry, 'question' | 'memory'>,
  unit: string,
  rows: readonly RosterRow[],
): RosterRow[] {
  const own = rows.filter((row) => row.unit === unit && row.entry.notice.id === memory.scope?.notice)
  const isOpen = question.named.length === 0 || question.named.some(({ id }) => id === memory.scope?.notice)
  return isOpen ? own : []
}

const keyOf = ({ notice, clause }: { notice: string; clause: string }): string => `${notice}#${clause}`

/** The lists a question is about: those it names, else all of the notice. */
export const listsOf = ({ lists, rosters }: RosterReading): Roster[] => (lists.length > 0 ? lists : rosters)

/** The same, where a follow-up names none: those of the rows shown last. */
export function listsMeant({ reading, last, inquiry }: Asking): Roster[] {
  const shown = [...new Set(last.map((row) => row.roster))].filter((roster) => reading.rosters.includes(roster))
  return reading.lists.length === 0 && inquiry.memory.roster === true && shown.length > 0 ? shown : listsOf(reading)
}

/** Whether a row is in the lists and under the values that a question names. */
export const isWithin = (reading: RosterReading, row: RosterRow): boolean =>
  listsOf(reading).includes(row.roster) && hasValues(reading, row)

export const hasValues = ({ values }: RosterReading, row: RosterRow): boolean =>
  values.every(({ column, values: held }) => held.includes(cellOf(row, column)))
