import { isoDay } from '../../knowledge/language/calendar.ts'
import type { CalendarDay } from '../../knowledge/language/date-shape.ts'
import { readDates } from '../../knowledge/language/date.ts'

/** The days before which a text wants something, YYYY-MM-DD: 于2025年6月13日前. */
export const lastDaysIn = (text: string): string[] =>
  readDates(text).flatMap(({ edge, year, month, day, isEndOf }) =>
    edge === 'before' && !isEndOf && year !== undefined && month !== undefined && day !== undefined
      ? [isoDay({ year, month, day })]
      : [],
  )

/** Every day that a text names, YYYY-MM-DD, both ends of 3月1日至20日; one without a year is of `year`. */
export const daysIn = (text: string, year: number): string[] =>
  readDates(text).flatMap((date) => {
    const from = { ...date, year: date.year ?? year }
    const to: CalendarDay[] = date.upTo ? [{ year: from.year, ...defined(date.upTo) }] : []
    return [from, ...to].flatMap(({ year: ofYear, month, day }) =>
      ofYear === undefined || month === undefined || day === undefined ? [] : [isoDay({ year: ofYear, month, day })],
    )
  })

const defined = ({ year, month, day }: CalendarDay): CalendarDay => ({
  ...(year !== undefined && { year }),
  ...(month !== undefined && { month }),
  ...(day !== undefined && { day }),
})
