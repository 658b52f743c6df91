/** How many days before the last one people are reminded of it. */
const daysBefore = [14, 3, 1] as const
const dayMs = 24 * 60 * 60 * 1000

const minus = (day: string, days: number): string => new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10)

/** A day, YYYY-MM-DD, on which to remind of a last day that is so many days later. */
export type DueDay = { day: string; before: number }

/** The days on which to remind of a last day, earliest first. */
export const dueDays = (closes: string): DueDay[] =>
  daysBefore.map((before) => ({ day: minus(closes, before), before }))

/** Those that are still to come. */
export const daysToCome = (closes: string, today: string): DueDay[] => dueDays(closes).filter(({ day }) => day > today)

/** The latest that has come; of several that were missed only this one counts. Undefined before the first and after the last day. */
export const dayCome = (closes: string, today: string): DueDay | undefined =>
  today > closes ? undefined : dueDays(closes).findLast(({ day }) => day <= today)
