import ical from 'ical-generator'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'

/** What is to be done by a day, YYYY-MM-DD; `items` are what is not at hand yet. */
export type DueItems = { date: string; text: string; items: readonly string[] }

/** A shared to-do as a calendar: an event of a whole day for each step, the last day at its end. */
export function writeToDoCalendar(
  { id, title, closes }: { id: string; title: string; closes: string },
  due: readonly DueItems[],
): Buffer {
  const words = documentTextsIn(undefined)
  const calendar = ical({ name: title, prodId: { company: 'zhixun', product: 'zhixun', language: 'ZH' } })
  for (const [at, { date, text, items }] of due.entries())
    calendar.createEvent({
      id: `${id}-${closes}-${at}@zhixun`,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      summary: `${title}：${text}`,
      description: items.map((item) => `□ ${item}`).join('\n'),
    })
  calendar.createEvent({
    id: `${id}-${closes}@zhixun`,
    start: new Date(`${closes}T00:00:00Z`),
    allDay: true,
    summary: words.deadlineEvent(title),
    description: words.deadlineNote,
  })
  return Buffer.from(`${calendar.toString().trimEnd()}\r\n`)
}
