import type { CalendarDay } from './date-shape.ts'

/** Days of a month; of February in a year that isn't known, 29. */
const daysOf = (month: number, year = 2000): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether there is such a day, as far as it is named. */
export function isDay({ year, month, day }: CalendarDay): boolean {
  if (month === undefined) return year !== undefined && day === undefined
  return month >= 1 && month <= 12 && (day === undefined || (day >= 1 && day <= daysOf(month, year)))
}

/** The last day of a year or of a month; of February in a year that isn't known, the month alone. */
export function lastDayOf({ year, month }: CalendarDay): CalendarDay {
  if (month === undefined) return { ...(year !== undefined && { year }), month: 12, day: 31 }
  const isOpen = month === 2 && year === undefined
  return { ...(year !== undefined && { year }), month, ...(!isOpen && { day: daysOf(month, year) }) }
}

/** The month so many months after that of `today`, YYYY-MM-DD. */
export function monthFrom(today: string, months: number): CalendarDay {
  const date = new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + months, 1))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 }
}

/** A day as YYYY-MM-DD. */
export const isoDay = ({ year, month, day }: Required<CalendarDay>): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
