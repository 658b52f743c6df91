import { inChinese } from '../../knowledge/language/write-day.ts'
import { keptByText } from '../../knowledge/kept.ts'
import { programmeChangeTexts as texts } from '../../prompts/programme-changes.ts'
import type { Assessment, Source } from './assessment.ts'
import { lastDaysIn } from './last-days.ts'
import type { NoticeEnd } from './notice-end.ts'

/** An office as those of its place call it: 上海市知识产权局 is 市知识产权局. */
const officeOf = (issuer: string): string =>
  /[省市县区][^省市县区、，\s]+$/u.exec(issuer)?.[0] ?? (issuer === '' ? '发文机关' : issuer)

/** Whether words only say 「…前」 of a day, so that it may count or not. */
export const saysBefore = (quote: string, day: string): boolean => daysBefore(quote).includes(day)
const daysBefore = keptByText(lastDaysIn)

/** Whether words say that what comes later is not taken. */
export const refusesLate = (quote: string): boolean =>
  /(?:逾期|过期|超期|超过[^，。；]{0,8}(?:时间|时限|期限))[^，。；]{0,6}(?:不予|不再|不)(?:受理|接收|接受)/u.test(quote)

/** Words within a sentence: without its stop. */
const inText = (quote: string): string => quote.replace(/\s+/gu, '').replace(/[。；;]$/u, '')

const dayMs = 86_400_000

/** Whether a text is a day of the calendar, written YYYY-MM-DD: 2025-02-30 is not, nor is any in a year 0. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * Holds a window against a day. It is open from the notice's own date (at any time before the end where the notice
 * bears none) through the whole of the named last day.
 *
 * @param asOf A day, YYYY-MM-DD, in the time zone in which deadlines are judged.
 * @returns `daysLeft` only while open, 0 on the last day.
 * @throws {RangeError} When `asOf` is no day of the calendar.
 */
export function holdWindow(
  window: { opens?: string | undefined; closes: string; source: Source; issuer?: string; end?: NoticeEnd },
  asOf: string,
): Assessment['window'] {
  if (!isDate(asOf)) throw new RangeError(`asOf is no day of the calendar: ${asOf}`)
  const { opens, closes, source, issuer = '', end } = window
  const dates = { ...(opens !== undefined && { opens }), closes }
  if (end && (end.from === undefined || asOf >= end.from)) {
    const note = texts.ended(end.title, inText(end.source.quote))
    return { status: 'closed', ...dates, repealed: true, note, source: end.source }
  }
  const daysLeft = (Date.parse(closes) - Date.parse(asOf)) / dayMs
  if (daysLeft < 0) {
    return {
      status: 'closed',
      ...dates,
      note: `申报已于${inChinese(closes)}截止，至今${-daysLeft}天${refusesLate(source.quote) ? '；逾期不予受理' : ''}。`,
      source,
    }
  }
  if (opens !== undefined && asOf < opens) {
    return { status: 'not-yet-open', ...dates, note: `申报自${inChinese(opens)}起，尚未开始。`, source }
  }
  const isLeftOpen = saysBefore(source.quote, closes)
  const silence = isLeftOpen ? `通知只写“${inChinese(closes)}前”，没有说明当天是否算在内，` : ''
  const note =
    daysLeft === 0
      ? `当天是通知所列的最后一天。${silence}请立即报送${isLeftOpen ? `并向${officeOf(issuer)}确认` : ''}。`
      : `距${inChinese(closes)}还有${daysLeft}天。${silence}请在此之前报送。`
  return { status: 'open', ...dates, daysLeft, note, source }
}
