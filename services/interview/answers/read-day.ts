import { isoDay } from '../../../knowledge/language/calendar.ts'
import { readDates } from '../../../knowledge/language/date.ts'
import { isDate } from '../../eligibility/window.ts'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const dayMonthYear = /\b(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>[a-z]{3})[a-z]*\.?,? (?<year>\d{4})\b/iu
const monthDayYear = /\b(?<month>[a-z]{3})[a-z]*\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})\b/iu

/**
 * Reads the day that an answer names: 2021年3月5日, 2021-03-05, 5 March 2021.
 *
 * @returns The day as YYYY-MM-DD; 'part' where it names only a year or a month; undefined where it names none, or several.
 */
export function readDay(typed: string): { day: string } | 'part' | undefined {
  const english = (dayMonthYear.exec(typed) ?? monthDayYear.exec(typed))?.groups
  if (english) return dayOf(english['year']!, months.indexOf(english['month']!.toLowerCase()) + 1, english['day']!)
  const named = readDates(typed).filter(({ term }) => term === undefined)
  const [date, ...others] = named
  if (!date || others.length > 0 || date.upTo || date.year === undefined) return undefined
  if (date.edge !== 'on' && date.edge !== 'within') return undefined
  const { year, month, day } = date
  return month === undefined || day === undefined ? 'part' : { day: isoDay({ year, month, day }) }
}

function dayOf(year: string, month: number, day: string): { day: string } | undefined {
  const written = isoDay({ year: Number(year), month, day: Number(day) })
  return isDate(written) ? { day: written } : undefined
}
