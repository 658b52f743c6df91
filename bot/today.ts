/** The day it is in a time zone, YYYY-MM-DD: the day on which deadlines are judged. */
export function today(timeZone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  const { year, month, day } = Object.fromEntries(parts.formatToParts(now).map(({ type, value }) => [type, value]))
  return `${year}-${month}-${day}`
}
