import type { Period } from '../../services/staff/statistics.ts'

const dayMs = 24 * 60 * 60 * 1000
/** Days that are drawn one by one, and stretches that are drawn at most. */
const mostDays = 62
const mostBins = 110
/** How far back is drawn, in days. */
const longestDays = 3650

/** A stretch of days that one bar stands for. Days are YYYY-MM-DD, both included. */
export type Bin = Period & { name: string }

const later = (day: string, days: number): string => new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

const daysIn = ({ from, to }: Period): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1

/** How many days one bar stands for: a day, or as many weeks as it takes for a period to be read at a glance. */
export function binDays(period: Period): number {
  const days = Math.min(daysIn(period), longestDays)
  return days <= mostDays ? 1 : 7 * Math.ceil(days / 7 / mostBins)
}

/** The stretches of a period, the last one ending with it. */
export function binsOf(period: Period): Bin[] {
  const size = binDays(period)
  const count = Math.ceil(Math.min(daysIn(period), longestDays) / size)
  return Array.from({ length: count }, (_, at) => {
    const to = later(period.to, -(count - 1 - at) * size)
    const begun = later(to, 1 - size)
    const from = begun < period.from ? period.from : begun
    return { from, to, name: from === to ? to : `${from} 至 ${to}` }
  })
}
