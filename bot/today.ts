const minuteMs = 60_000
const formats = new Map<string, Intl.DateTimeFormat>()
/** The day of the last minute asked for, for each time zone: no zone changes its day within a minute. */
const last = new Map<string, { minute: number; day: string }>()

/** The day it is in a time zone, YYYY-MM-DD: the day on which deadlines are judged. */
export function today(timeZone: string, now = new Date()): string {
  const minute = Math.floor(now.getTime() / minuteMs)
  const known = last.get(timeZone)
  if (known?.minute === minute) return known.day
  const parts = formatIn(timeZone).formatToParts(now)
  const { year, month, day: ofMonth } = Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  const day = `${year}-${month}-${ofMonth}`
  last.set(timeZone, { minute, day })
  return day
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format
}
