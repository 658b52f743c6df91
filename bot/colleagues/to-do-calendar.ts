import { colleaguePageTextsIn } from '../../prompts/colleague-page-texts-in.ts'
import { ticksOf, toDoOf } from '../../services/colleagues/evidence.ts'
import type { HeldLink } from '../../services/colleagues/links.ts'
import type { Download } from '../../services/downloads/download.ts'
import { fileNameOf } from '../../services/downloads/file-name.ts'
import { preparationIn, titleIn } from '../../services/eligibility/programme-texts.ts'
import { holdWindow } from '../../services/eligibility/window.ts'
import { dueOf } from '../../services/preparation/schedule.ts'
import type { ColleagueDesk } from '../app-services.ts'
import type { PageLanguage } from '../web/page-language.ts'

const kinds = ['evidence', 'form', 'submission'] as const

/** What is not at hand yet as a calendar, counted back from the last day; undefined once that has passed. */
export async function toDoCalendar(
  { db, known, today, language }: ColleagueDesk & { today: string; language: PageLanguage },
  { code, interview }: HeldLink,
): Promise<Download | undefined> {
  const programme = known().programmes.find(({ id }) => id === interview.programme)
  if (!programme || holdWindow(programme.window, today).status === 'closed') return undefined
  const { closes } = programme.window
  const had = new Set((await ticksOf(db, code)).map(({ item }) => item))
  const open = toDoOf(preparationIn(language, programme)).filter(({ id }) => !had.has(id))
  const due = kinds.flatMap((kind) => {
    const items = open.filter((item) => item.kind === kind).map(({ text }) => text)
    const step = dueOf(kind, closes, today, language)
    return step && items.length > 0 ? [{ ...step, items }] : []
  })
  const title = titleIn(language, programme)
  const { writeToDoCalendar } = await import('../../services/downloads/to-do-calendar.ts')
  return {
    fileName: `${fileNameOf([title, colleaguePageTextsIn(language).calendarName, today])}.ics`,
    type: 'text/calendar; charset=utf-8',
    body: writeToDoCalendar({ id: programme.id, title, closes, language }, due),
  }
}
