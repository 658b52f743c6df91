import { isoDay } from '../../knowledge/language/calendar.ts'
import { readDates } from '../../knowledge/language/date.ts'

/** The days before which a text wants something, YYYY-MM-DD: 于2025年6月13日前. */
export const lastDaysIn = (text: string): string[] =>
  readDates(text).flatMap(({ edge, year, month, day, isEndOf }) =>
    edge === 'before' && !isEndOf && year !== undefined && month !== undefined && day !== undefined
      ? [isoDay({ year, month, day })]
      : [],
  )
