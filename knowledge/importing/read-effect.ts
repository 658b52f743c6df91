import { parseNumeral } from '../language/numeral.ts'
import { dayPattern, isoDate } from './iso-date.ts'
import type { Reading } from './reading.ts'
import { sentencesOf, type SourceSentence } from './source-sentences.ts'

/** From when and until when a notice holds. */
export type Effect = { effectiveFrom?: Reading; effectiveUntil?: Reading }

/** What a notice calls itself: 「本办法」. */
const itself =
  /本(?:办法|通知|规定|规则|条例|法|细则|意见|措施|方案|公告|通告|规程|决定|政策|指南|制度|标准|解释|章程|计划|实施)|以上(?:措施|政策)/u
const starts = '(?:正式)?(?:开始)?(?:起)?(?:施行|实施|执行|生效)'
const fromDay = new RegExp(`自?${dayPattern}(?:零时)?起?(?:正式)?(?:开始)?(?:施行|实施|执行|生效)`, 'u')
const fromIssue = new RegExp(
  `自(?:印发|发布|公布|颁布|下发|发文|签发|公告)之日(?:后|起)?(?:满?(\\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(日|天|工作日|个?月)[之以]?后)?${starts}`,
  'u',
)
const untilDay = new RegExp(
  `(?:有效期(?:限)?(?:为|至|到|截至|截止到?)?|执行(?:期限)?至|施行至|实施至|试行(?:期)?至)[^，。；]{0,14}?(?:至|到)?${dayPattern}(?:止)?`,
  'u',
)
const fromTo = new RegExp(`自?${dayPattern}(?:起)?(?:施行|实施|执行|生效)?(?:，)?至${dayPattern}(?:止)?`, 'u')
const term =
  /(?:有效期(?:限)?|试行期(?:限)?|暂行期|施行期限)(?:为|是)?(\d{1,2}|[一二两三四五六七八九十]{1,2})(?:个)?(年|月)(半)?/u

/**
 * Reads from when a notice holds and until when: 「本办法自2026年3月1日起施行，有效期5年」.
 *
 * @param issued Day of issue, from which 「自印发之日起」 counts.
 */
export function readEffect(source: string, issued: string | undefined): Effect {
  const sentences = sentencesOf(source).filter(({ text }) => /施行|实施|执行|生效|有效期|试行期/u.test(text))
  const own = sentences.filter(({ text }) => itself.test(text))
  const from =
    last(own, namedStart) ??
    last(sentences.filter(isActs), namedStart) ??
    last(own, (text) => countedStart(text, issued))
  const until =
    last(own, (text) => endOf(text, from?.value)) ??
    (own.length > 0 ? last(sentences.filter(isTerm), (text) => endOf(text, from?.value)) : undefined)
  return { ...(from && { effectiveFrom: from }), ...(until && { effectiveUntil: until }) }
}

/** The line under a law's title: 「（2025年10月29日……通过 自2026年3月1日起施行）」. */
const isActs = ({ text }: SourceSentence): boolean => /(?:通过|公布|发布|令第).*自?\d{4}年.*施行/u.test(text)
const isTerm = ({ text }: SourceSentence): boolean => /^(?:本|有效期|试行期)/u.test(text)

function last(sentences: readonly SourceSentence[], read: (text: string) => string | undefined): Reading | undefined {
  for (const { text, quote, start, end } of sentences.toReversed()) {
    const value = read(text)
    if (value !== undefined) return { value, quote, from: 'text', start, end }
  }
  return undefined
}

const namedStart = (text: string): string | undefined => isoDate((fromTo.exec(text) ?? fromDay.exec(text))?.slice(1))

/** The first day where a notice counts it from that of its issue. */
function countedStart(text: string, issued: string | undefined): string | undefined {
  const counted = fromIssue.exec(text)
  if (!counted || issued === undefined) return undefined
  const [, amount, unit = ''] = counted
  if (amount === undefined) return issued
  if (unit === '工作日') return undefined
  return unit.endsWith('月')
    ? plus(issued, { months: parseNumeral(amount) })
    : plus(issued, { days: parseNumeral(amount) })
}

function endOf(text: string, from: string | undefined): string | undefined {
  const range = isoDate(fromTo.exec(text)?.slice(4))
  const named = range ?? isoDate(untilDay.exec(text)?.slice(1))
  if (named) return named
  const [whole, amount, unit, half] = term.exec(text) ?? []
  if (whole === undefined || amount === undefined || from === undefined) return undefined
  const count = parseNumeral(amount.replace('两', '二'))
  return plus(from, { months: unit === '年' ? count * 12 + (half ? 6 : 0) : count, days: -1 })
}

function plus(day: string, { months = 0, days = 0 }: { months?: number; days?: number }): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + months, date + days)).toISOString().slice(0, 10)
}
