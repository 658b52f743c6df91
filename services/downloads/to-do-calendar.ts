import ical from 'ical-generator'
import type { Language } from '../../prompts/approximate-texts.ts'
import { documentTextsIn } from '../../prompts/document-texts-in.ts'

/** What is to be done by a day, YYYY-MM-DD; `items` are what is not at hand yet. */
export type DueItems = { date: string; text: string; items: readonly string[] }

/** A shared to-do as a calendar: an event of a whole day for each step, the last day at its end. */
export function writeToDoCalendar(
  { id, title, closes, language }: { id: string; title: string; closes: string; language: Language },
  due: readonly DueItems[],
): Buffer {
  const words = documentTextsIn(language)
  const calendar = ical({
    name: title,
    prodId: { company: 'zhixun', product: 'zhixun', language: language.toUpperCase() },
  })
  for (const [at, { date, text, items }] of due.entries())
    calendar.createEvent({
      id: `${id}-${closes}-${at}@zhixun`,
      start: new Date(`${date}T00:00:00Z`),
      allDay: true,
      summary: language === 'en' ? `${title}: ${text}` : `${title}：${text}`,
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
