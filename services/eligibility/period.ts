import { isoDay } from '../../knowledge/language/calendar.ts'
import type { Period } from './document-conditions.ts'

const dayMs = 86_400_000

/**
 * The day so long after (`way` 1) or before (-1) another. A month that lacks the day gives its last one: a year before
 * 2028-02-29 is 2027-02-28.
 *
 * @param day YYYY-MM-DD.
 */
export function dayFrom(day: string, period: Period, way: 1 | -1): string {
  if ('days' in period) return new Date(Date.parse(day) + way * period.days * dayMs).toISOString().slice(0, 10)
  const months = way * ('years' in period ? period.years * 12 : period.months)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const at = year * 12 + (month - 1) + months
  const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1]
  const last = new Date(Date.UTC(inYear, inMonth, 0)).getUTCDate()
  return isoDay({ year: inYear, month: inMonth, day: Math.min(date, last) })
}
